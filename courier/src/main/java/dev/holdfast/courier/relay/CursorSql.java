package dev.holdfast.courier.relay;

/**
 * The statements that move a feed's cursor. Each is a transaction of its own, and each that writes
 * is fenced: it changes nothing once another relay has taken the feed over.
 *
 * <p>Those that only move the cursor do not wait for the disk ({@link #QUICK}). If the server
 * crashes, it comes back to an earlier point of what happened, with everything before that point:
 * to an earlier cursor, then, and never to a later one. What lies between is sent again. Taking the
 * feed does wait: a fence that was lost would be given out twice.
 */
final class CursorSql {

    /** For how long a relay that does not write is still taken to be alive. */
    static final int LEASE_SECONDS = 8;

    private static final String LEASED =
            "clock_timestamp() + interval '%d seconds'".formatted(LEASE_SECONDS);

    /** Within the statement and for it alone: that costs no round trip and leaves no trace. */
    private static final String QUICK =
            "(SELECT set_config('synchronous_commit', 'off', true)) AS quick";

    /** A snapshot that sees nothing: 3 is the first transaction id a database gives out. */
    static final String CREATE =
            """
            INSERT INTO feed_cursor (feed, lo) VALUES (?, '3:3:') ON CONFLICT DO NOTHING
            """;

    /** What has been relayed, or is being, cannot be later than what there is. */
    private static final String FUTURE =
            """
            SELECT pg_is_in_recovery() AS standby,
                   halted_at IS NOT NULL
                   OR pg_snapshot_xmax(coalesce(hi, lo)) > pg_snapshot_xmax(pg_current_snapshot())
                   OR (SELECT xid FROM {view} WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())
                       ORDER BY xid LIMIT 1) IS NOT NULL AS future
            FROM feed_cursor WHERE feed = ?
            """;

    static final String HALT =
            """
            UPDATE feed_cursor SET halted_at = clock_timestamp() WHERE feed = ? AND halted_at IS NULL
            """;

    static final String TAKE =
            """
            UPDATE feed_cursor SET owner = ?, fence = fence + 1, lease_until = %s
            WHERE feed = ? AND lease_until < clock_timestamp() AND halted_at IS NULL
            RETURNING fence, lo::text, hi::text, next_seq, last_seq
            """
                    .formatted(LEASED);

    static final String RENEW =
            """
            UPDATE feed_cursor SET lease_until = %s FROM %s WHERE feed = ? AND fence = ?
            """
                    .formatted(LEASED, QUICK);

    static final String RELEASE =
            """
            UPDATE feed_cursor SET owner = NULL, lease_until = '-infinity' WHERE feed = ? AND fence = ?
            """;

    static final String ADVANCE =
            """
            UPDATE feed_cursor SET next_seq = ?, lease_until = %s FROM %s WHERE feed = ? AND fence = ?
            """
                    .formatted(LEASED, QUICK);

    /**
     * What this statement sees that {@code lo} does not. The rows are found through the index on
     * xid and set down first: asked for min(seq) directly, the planner would walk the index on seq
     * from its beginning; asked for rows with certain ids, it might read the table.
     */
    private static final String FRESH =
            """
            WITH fresh AS MATERIALIZED (
                SELECT seq, xid FROM {view} WHERE xid >= pg_snapshot_xmax(?::pg_snapshot)
                UNION ALL
                SELECT seq, xid FROM pg_snapshot_xip(?::pg_snapshot) AS open JOIN {view} ON xid BETWEEN open AND open
            ), span AS (
                SELECT pg_current_snapshot() AS hi, min(seq) AS first, max(seq) AS last,
                       coalesce(bool_or(xid >= pg_snapshot_xmax(pg_current_snapshot())), false) AS future
                FROM fresh
            )
            """;

    /** Writes nothing if there is nothing: an idle feed leaves no dead rows behind. */
    private static final String OPEN =
            FRESH
                    + """
                    , opened AS (
                        UPDATE feed_cursor c
                        SET hi = span.hi, next_seq = span.first, last_seq = span.last, lease_until = {leased}
                        FROM span, {quick}
                        WHERE c.feed = ? AND c.fence = ? AND c.hi IS NULL AND span.first IS NOT NULL
                          AND pg_snapshot_xmax(c.lo) <= pg_snapshot_xmax(span.hi) AND NOT span.future
                        RETURNING c.feed, c.lo, c.hi, c.next_seq, c.last_seq
                    )
                    SELECT c.fence, o.lo::text, o.hi::text, o.next_seq, o.last_seq,
                           c.hi IS NOT NULL OR c.lo::text <> ? AS forgotten,
                           span.future OR pg_snapshot_xmax(c.lo) > pg_snapshot_xmax(span.hi) AS future
                    FROM feed_cursor c CROSS JOIN span LEFT JOIN opened o USING (feed) WHERE c.feed = ?
                    """;

    private static final String TURN =
            FRESH
                    + """
                    UPDATE feed_cursor c
                    SET lo = c.hi, hi = CASE WHEN span.first IS NOT NULL THEN span.hi END,
                        next_seq = span.first, last_seq = span.last, lease_until = {leased}
                    FROM span, {quick}
                    WHERE c.feed = ? AND c.fence = ? AND c.hi::text = ?
                      AND pg_snapshot_xmax(c.hi) <= pg_snapshot_xmax(span.hi) AND NOT span.future
                    RETURNING c.lo::text, c.hi::text, c.next_seq, c.last_seq
                    """;

    private CursorSql() {}

    static String future(Feed feed) {
        return of(feed, FUTURE);
    }

    static String open(Feed feed) {
        return of(feed, OPEN);
    }

    static String turn(Feed feed) {
        return of(feed, TURN);
    }

    private static String of(Feed feed, String sql) {
        return sql.replace("{view}", feed.view())
                .replace("{leased}", LEASED)
                .replace("{quick}", QUICK);
    }
}
