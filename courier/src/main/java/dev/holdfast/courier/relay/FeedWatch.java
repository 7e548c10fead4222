package dev.holdfast.courier.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Asks, in one statement for all feeds, which of them have something to relay: an idle service asks
 * its database once per tick, however many feeds it has.
 */
final class FeedWatch {

    /**
     * Ordered by xid, and each a range, only so that the index on xid answers: otherwise the
     * planner expects to meet a fresh row soon and reads the table.
     */
    private static final String WAITING =
            """
            SELECT feed FROM feed_cursor c WHERE feed = '{feed}' AND (
                hi IS NOT NULL
                OR (SELECT xid FROM {view} WHERE xid >= pg_snapshot_xmax(c.lo) ORDER BY xid LIMIT 1) IS NOT NULL
                OR EXISTS (SELECT FROM pg_snapshot_xip(c.lo) AS open
                           WHERE (SELECT xid FROM {view} WHERE xid BETWEEN open AND open ORDER BY xid LIMIT 1) IS NOT NULL)
                OR EXISTS (SELECT FROM refused_key r WHERE r.feed = c.feed AND retry_at <= clock_timestamp()))
            """;

    private final DataSource database;
    private final String sql;

    FeedWatch(DataSource database, List<Feed> feeds) {
        this.database = database;
        this.sql =
                feeds.stream().map(FeedWatch::waiting).collect(Collectors.joining("UNION ALL\n"));
    }

    /** The names of the feeds with rows that no relay has noted as done, or with keys to try. */
    Set<String> waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            Set<String> feeds = new HashSet<>();
            while (rows.next()) {
                feeds.add(rows.getString(1));
            }
            return feeds;
        }
    }

    private static String waiting(Feed feed) {
        return WAITING.replace("{feed}", feed.name()).replace("{view}", feed.view());
    }
}
