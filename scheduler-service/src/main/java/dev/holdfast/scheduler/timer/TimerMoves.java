package dev.holdfast.scheduler.timer;

import dev.holdfast.contracts.scheduler.MoveTimer;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves timers, in the current transaction and in one statement for any number.
 *
 * <p><b>Guarantee.</b> Of several moves the one with the highest number stands, in whichever order
 * and however often they arrive. Rows are taken in the order of their keys.
 */
@ApplicationScoped
class TimerMoves {

    private static final String UNKNOWN =
            """
            SELECT id FROM unnest(?::text[]) AS asked(id)
            WHERE NOT EXISTS (SELECT FROM timer WHERE timer.id = asked.id)
            ORDER BY id
            """;

    private static final String MOVE =
            """
            WITH asked AS MATERIALIZED (
                SELECT DISTINCT ON (id) *
                FROM unnest(?::text[], ?::timestamptz[], ?::integer[]) AS each(id, due_at, move)
                ORDER BY id, move DESC
            ), locked AS MATERIALIZED (
                SELECT id FROM timer WHERE id IN (SELECT id FROM asked) ORDER BY id FOR UPDATE
            ), moved AS (
                UPDATE timer SET due_at = asked.due_at, move = asked.move
                FROM asked JOIN locked USING (id)
                WHERE timer.id = asked.id AND timer.state = 'pending' AND timer.move < asked.move
                RETURNING timer.due_at
            )
            SELECT count(*), (extract(epoch FROM min(due_at) - clock_timestamp()) * 1000000)::bigint
            FROM moved
            """;

    /** Those of the timers that were neither set nor canceled yet. */
    List<String> unknown(List<MoveTimer> moves) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var select = connection.prepareStatement(UNKNOWN)) {
                                Object[] ids = moves.stream().map(MoveTimer::timer).toArray();
                                select.setArray(1, connection.createArrayOf("text", ids));
                                var rows = select.executeQuery();
                                List<String> unknown = new ArrayList<>();
                                while (rows.next()) {
                                    unknown.add(rows.getString(1));
                                }
                                return unknown;
                            }
                        });
    }

    /** Moves the timers that wait. */
    TimersSet move(List<MoveTimer> moves) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var move = connection.prepareStatement(MOVE)) {
                                Object[] ids = moves.stream().map(MoveTimer::timer).toArray();
                                Object[] times =
                                        moves.stream().map(m -> m.dueAt().toString()).toArray();
                                Object[] numbers = moves.stream().map(MoveTimer::move).toArray();
                                move.setArray(1, connection.createArrayOf("text", ids));
                                move.setArray(2, connection.createArrayOf("timestamptz", times));
                                move.setArray(3, connection.createArrayOf("int4", numbers));
                                var row = move.executeQuery();
                                row.next();
                                return new TimersSet(row.getInt(1), Micros.duration(row, 2));
                            }
                        });
    }
}
