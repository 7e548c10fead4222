package dev.holdfast.scheduler.timer;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.outbox.Committed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Fires what is due: one statement moves a batch of timers into the outbox.
 *
 * <p><b>Guarantee.</b> A timer's change to fired, its command and its event are written by the same
 * statement, so each timer fires exactly once, whoever else is firing and wherever a process is
 * killed; and none fires before its time by the database's clock, the only one that is asked.
 */
@ApplicationScoped
class Firing {

    static final int BATCH = 1000;

    // The limit is written out: as a parameter, the planner would guess it and read the whole
    // table.
    static final String FIRE =
            """
            WITH due AS MATERIALIZED (
                SELECT id FROM timer
                WHERE state = 'pending' AND due_at <= now()
                ORDER BY due_at
                LIMIT %d
                FOR UPDATE SKIP LOCKED
            ), fired AS (
                UPDATE timer
                SET state = 'fired', ended_at = clock_timestamp(), command_id = next_message_id()
                FROM due
                WHERE timer.id = due.id
                RETURNING timer.*
            ), written AS (
                INSERT INTO outbox (broker, exchange, address, message_id, type, source, key,
                                    correlation_id, causation_id, traceparent, body)
                SELECT broker, exchange, address, message_id, type, '/scheduler-service', fire_key,
                       correlation_id, causation_id, traceparent, body
                FROM fired
                CROSS JOIN LATERAL (VALUES
                    (1, 'commands', fire_address, command_id, fire_type, fire_body),
                    (2, NULL, 'holdfast.scheduler', next_message_id(), 'holdfast.scheduler.TimerFired.v1',
                     json_build_object(
                         'timer', id, 'subject', fire_key, 'type', fire_type,
                         'dueAt', to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text)
                ) AS message(broker, exchange, address, message_id, type, body)
                ORDER BY due_at, id, broker
            )
            SELECT (SELECT array_agg((extract(epoch FROM ended_at - due_at) * 1000000)::bigint) FROM fired),
                   (SELECT (extract(epoch FROM min(due_at) - clock_timestamp()) * 1000000)::bigint
                    FROM timer WHERE state = 'pending' AND due_at > now())
            """
                    .formatted(BATCH);

    private final DataSource database;
    private final Event<Committed> committed;

    Firing(DataSource database, Event<Committed> committed) {
        this.database = database;
        this.committed = committed;
    }

    /**
     * Fires up to {@link #BATCH} timers that are due and that nobody else is firing. The statement
     * is a transaction of its own: nothing is begun and committed around it while there is nothing
     * to fire.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Fired fire() throws SQLException {
        try (var connection = database.getConnection();
                var fire = connection.prepareStatement(FIRE)) {
            var fired = read(fire.executeQuery());
            if (fired.count() > 0) {
                Failpoint.at("timer.fired-not-told");
                committed.fire(new Committed());
            }
            return fired;
        }
    }

    private static Fired read(ResultSet row) throws SQLException {
        row.next();
        var late = row.getArray(1);
        List<Duration> lateness =
                late == null
                        ? List.of()
                        : Arrays.stream((Long[]) late.getArray())
                                .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
                                .toList();
        return new Fired(lateness, Micros.duration(row, 2));
    }
}
