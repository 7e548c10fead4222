package dev.holdfast.courier.relay;

/**
 * The statements that move a feed's cursor. Each is a transaction of its own, and each that writes
 * is fenced: it changes nothing once another relay has taken the feed over.
 */
final class CursorSql {

    /** For how long a relay that does not write is still taken to be alive. */
    static final int LEASE_SECONDS = 8;

    private static final String LEASED =
            "clock_timestamp() + interval '%d seconds'".formatted(LEASE_SECONDS);

    /** A snapshot that sees nothing: 3 is the first transaction id a database gives out. */
    static final String CREATE =
            """
            INSERT INTO feed_cursor (feed, lo) VALUES (?, '3:3:') ON CONFLICT DO NOTHING
            """;

    static final String TAKE =
            """
            UPDATE feed_cursor SET owner = ?, fence = fence + 1, lease_until = %s
            WHERE feed = ? AND lease_until < clock_timestamp()
            RETURNING fence, lo::text, hi::text, next_seq, last_seq
            """
                    .formatted(LEASED);

    static final String RENEW =
            """
            UPDATE feed_cursor SET lease_until = %s WHERE feed = ? AND fence = ?
            """
                    .formatted(LEASED);

    static final String RELEASE =
            """
            UPDATE feed_cursor SET owner = NULL, lease_until = '-infinity' WHERE feed = ? AND fence = ?
            """;

    static final String ADVANCE =
            """
            UPDATE feed_cursor SET next_seq = ?, lease_until = %s WHERE feed = ? AND fence = ?
            """
                    .formatted(LEASED);

    /**
     * What this statement sees that {@code lo} does not. The rows are found through the index on
     * xid and set down first: asked for min(seq) directly, the planner would walk the index on seq
     * from its beginning.
     */
    private static final String FRESH =
            """
            WITH fresh AS MATERIALIZED (
                SELECT seq FROM {view} WHERE xid >= pg_snapshot_xmax(?::pg_snapshot)
                UNION ALL
                SELECT seq FROM {view} WHERE xid = ANY (ARRAY(SELECT pg_snapshot_xip(?::pg_snapshot)))
            ), span AS (
                SELECT pg_current_snapshot() AS hi, min(seq) AS first, max(seq) AS last FROM fresh
            )
            """;

    /** Writes nothing if there is nothing: an idle feed leaves no dead rows behind. */
    private static final String OPEN =
            FRESH
                    + """
                    , opened AS (
                        UPDATE feed_cursor c
                        SET hi = span.hi, next_seq = span.first, last_seq = span.last, lease_until = {leased}
                        FROM span
                        WHERE c.feed = ? AND c.fence = ? AND c.hi IS NULL AND span.first IS NOT NULL
                        RETURNING c.feed, c.lo, c.hi, c.next_seq, c.last_seq
                    )
                    SELECT c.fence, o.lo::text, o.hi::text, o.next_seq, o.last_seq
                    FROM feed_cursor c LEFT JOIN opened o USING (feed) WHERE c.feed = ?
                    """;

    private static final String TURN =
            FRESH
                    + """
                    UPDATE feed_cursor c
                    SET lo = c.hi, hi = CASE WHEN span.first IS NOT NULL THEN span.hi END,
                        next_seq = span.first, last_seq = span.last, lease_until = {leased}
                    FROM span
                    WHERE c.feed = ? AND c.fence = ?
                    RETURNING c.lo::text, c.hi::text, c.next_seq, c.last_seq
                    """;

    private CursorSql() {}

    static String open(Feed feed) {
        return of(feed, OPEN);
    }

    static String turn(Feed feed) {
        return of(feed, TURN);
    }

    private static String of(Feed feed, String sql) {
        return sql.replace("{view}", feed.view()).replace("{leased}", LEASED);
    }
}
