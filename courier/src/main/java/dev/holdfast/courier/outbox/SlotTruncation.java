package dev.holdfast.courier.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Truncates one partition of the outbox, in the caller's transaction, which has to be READ
 * COMMITTED.
 *
 * <p><b>Guarantee.</b> Only rows that every feed has relayed are removed. A transaction that wrote
 * into the partition long ago and is still open would commit rows that no check could have seen; so
 * the partition is locked against all others first, which waits for such writers, and the check is
 * a later statement, which sees what they committed. A feed's {@code lo} grows only: what it has
 * relayed once, it has relayed.
 */
final class SlotTruncation {

    private static final String FILLED = "SELECT EXISTS (SELECT FROM outbox_%d)";

    /** Whoever writes or reads waits behind us; so rather give up soon, and try again. */
    private static final String BRIEFLY = "SET LOCAL lock_timeout = '%dms'";

    static final String LOCK = "LOCK TABLE outbox_%d IN ACCESS EXCLUSIVE MODE";

    /**
     * The rows that {@code lo} does not see are those later than it, and those that were open when
     * it was taken. Each is asked for as the first of a range, in order: told to find any such row,
     * or one with a certain xid, the planner would read the table.
     */
    static final String DONE_WITH =
            """
            SELECT NOT EXISTS (
                SELECT FROM (VALUES ('commands', 1::smallint), ('events', 2::smallint)) AS feed (name, broker)
                LEFT JOIN feed_cursor ON feed_cursor.feed = feed.name
                CROSS JOIN LATERAL (SELECT coalesce(feed_cursor.lo, '3:3:') AS lo) AS relayed
                WHERE (SELECT xid FROM outbox_{slot} AS o
                       WHERE o.broker = feed.broker AND o.xid >= pg_snapshot_xmax(relayed.lo)
                       ORDER BY o.broker, o.xid LIMIT 1) IS NOT NULL
                   OR EXISTS (SELECT FROM pg_snapshot_xip(relayed.lo) AS open
                              WHERE (SELECT xid FROM outbox_{slot} AS o
                                     WHERE o.broker = feed.broker AND o.xid BETWEEN open AND open
                                     ORDER BY o.broker, o.xid LIMIT 1) IS NOT NULL))
            AND (SELECT message_id FROM outbox_{slot} ORDER BY message_id DESC LIMIT 1) < ?
            """;

    private static final String TRUNCATE = "TRUNCATE outbox_%d";

    private SlotTruncation() {}

    /** Whether there is anything in the partition. Locks nothing. */
    static boolean filled(Connection connection, int slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FILLED.formatted(slot))) {
            return yes(select);
        }
    }

    /**
     * Whether every row has been relayed and is older than that, as far as one can see without a
     * lock.
     */
    static boolean doneWith(Connection connection, int slot, Instant keptSince)
            throws SQLException {
        String sql = DONE_WITH.replace("{slot}", String.valueOf(slot));
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, firstIdOf(keptSince));
            return yes(select);
        }
    }

    /**
     * Truncates the partition if nobody needs it.
     *
     * @return false if a row is still to be relayed, or is not old enough
     * @throws SQLException among others if the lock was not to be had in time
     */
    static boolean truncate(Connection connection, int slot, Instant keptSince, Duration patience)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BRIEFLY.formatted(patience.toMillis()));
            statement.execute(LOCK.formatted(slot));
            if (!doneWith(connection, slot, keptSince)) {
                return false;
            }
            statement.execute(TRUNCATE.formatted(slot));
            return true;
        }
    }

    /** The lowest UUIDv7 of a millisecond. */
    private static UUID firstIdOf(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private static boolean yes(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
