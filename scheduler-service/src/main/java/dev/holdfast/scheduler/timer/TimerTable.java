package dev.holdfast.scheduler.timer;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Sets and cancels timers, in the current transaction and in one statement for any number.
 *
 * <p><b>Guarantee.</b> The first word on a timer stands, in whichever order the words arrive and
 * however often: one that is set stays as it was set, one that has fired stays fired, and one that
 * is canceled, even before it was set, never fires. Rows are taken in the order of their keys, so
 * that two batches over the same timers wait for each other and do not deadlock.
 */
@ApplicationScoped
class TimerTable {

    private static final String SET =
            """
            WITH set AS (
                INSERT INTO timer (id, state, due_at, fire_address, fire_type, fire_key, fire_body,
                                   correlation_id, causation_id, traceparent)
                SELECT id, 'pending', due_at, address, type, key, body, correlation_id, causation_id, traceparent
                FROM unnest(?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::uuid[], ?::uuid[], ?::text[])
                     WITH ORDINALITY AS asked(id, due_at, address, type, key, body,
                                              correlation_id, causation_id, traceparent, ord)
                ORDER BY id, ord
                ON CONFLICT (id) DO NOTHING
                RETURNING due_at)
            SELECT count(*), (extract(epoch FROM min(due_at) - clock_timestamp()) * 1000000)::bigint
            FROM set
            """;

    private static final String CANCEL =
            """
            INSERT INTO timer (id, state, ended_at)
            SELECT id, 'canceled', clock_timestamp()
            FROM (SELECT DISTINCT id FROM unnest(?::text[]) AS asked(id)) AS each
            ORDER BY id
            ON CONFLICT (id) DO UPDATE SET state = 'canceled', ended_at = clock_timestamp()
                WHERE timer.state = 'pending'
            """;

    /** Sets the timers that are not known yet. */
    TimersSet set(List<NewTimer> timers) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var set = connection.prepareStatement(SET)) {
                                bind(connection, set, timers);
                                return read(set.executeQuery());
                            }
                        });
    }

    /** Cancels the timers that have not fired, and returns how many that changed. */
    int cancel(List<String> timers) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var cancel = connection.prepareStatement(CANCEL)) {
                                cancel.setArray(
                                        1, connection.createArrayOf("text", timers.toArray()));
                                return cancel.executeUpdate();
                            }
                        });
    }

    private static void bind(Connection connection, PreparedStatement set, List<NewTimer> timers)
            throws SQLException {
        var columns =
                List.of(
                        new Column("text", NewTimer::id),
                        new Column("timestamptz", timer -> timer.dueAt().toString()),
                        new Column("text", NewTimer::address),
                        new Column("text", timer -> timer.fire().type()),
                        new Column("text", timer -> timer.fire().key()),
                        new Column("text", timer -> timer.fire().body()),
                        new Column("uuid", timer -> timer.asked().correlationId()),
                        new Column("uuid", timer -> timer.asked().id()),
                        new Column("text", NewTimer::traceparent));
        int index = 0;
        for (Column column : columns) {
            Object[] values = timers.stream().map(column.value()).toArray();
            set.setArray(++index, connection.createArrayOf(column.type(), values));
        }
    }

    private static TimersSet read(ResultSet row) throws SQLException {
        row.next();
        return new TimersSet(row.getInt(1), Micros.duration(row, 2));
    }

    private record Column(String type, Function<NewTimer, Object> value) {}
}
