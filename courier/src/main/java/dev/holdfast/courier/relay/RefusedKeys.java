package dev.holdfast.courier.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The SQL of one feed's rows of {@code refused_key}. */
final class RefusedKeys {

    private static final String ALL = "SELECT key FROM refused_key WHERE feed = ?";

    private static final String PARK =
            """
            INSERT INTO refused_key (feed, key, reason, retry_at)
            VALUES (?, ?, ?, clock_timestamp() + make_interval(secs => ?))
            ON CONFLICT (feed, key) DO UPDATE SET reason = excluded.reason
            """;

    private static final String DUE =
            """
            SELECT key, attempts, refused_at FROM refused_key
            WHERE feed = ? AND retry_at <= clock_timestamp() ORDER BY retry_at LIMIT ?
            """;

    private static final String LATER =
            """
            UPDATE refused_key
            SET attempts = attempts + 1, reason = ?,
                retry_at = clock_timestamp() + make_interval(secs => ?)
            WHERE feed = ? AND key = ?
            """;

    private static final String NEXT_MESSAGE =
            """
            UPDATE refused_key SET attempts = 0, retry_at = clock_timestamp() WHERE feed = ? AND key = ?
            """;

    private static final String LET_GO =
            """
            DELETE FROM refused_key WHERE feed = ? AND key = ?
              AND NOT EXISTS (SELECT FROM refused_message m WHERE m.feed = refused_key.feed AND m.key = refused_key.key)
            """;

    private final DataSource database;
    private final Fenced fenced;
    private final RefusedMessages messages;
    private final String feed;

    RefusedKeys(DataSource database, Feed feed) {
        this.database = database;
        this.fenced = new Fenced(database, feed);
        this.messages = new RefusedMessages(feed);
        this.feed = feed.name();
    }

    /** All of them; only the relay that holds the feed changes what they are. */
    Set<String> all() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setString(1, feed);
            Set<String> keys = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }
    }

    /** Parks a key; its messages follow with the cursor. */
    void park(long fence, String key, String reason, Duration wait) throws SQLException, FeedLost {
        fenced.run(
                fence,
                connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(PARK)) {
                        insert.setString(1, feed);
                        insert.setString(2, key);
                        insert.setString(3, storable(reason));
                        insert.setDouble(4, seconds(wait));
                        return insert.executeUpdate();
                    }
                });
    }

    /** Keys whose time has come, longest due first. */
    List<RefusedKey> due(int atMost) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setString(1, feed);
            select.setInt(2, atMost);
            List<RefusedKey> keys = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(
                            new RefusedKey(
                                    rows.getString("key"),
                                    rows.getInt("attempts"),
                                    rows.getObject("refused_at", OffsetDateTime.class)
                                            .toInstant()));
                }
            }
            return keys;
        }
    }

    /** The first messages that wait behind a key. */
    List<Outgoing> first(String key, int atMost) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return messages.first(connection, key, atMost);
        }
    }

    /**
     * Removes a key's messages up to one that was sent.
     *
     * @return whether that was the last; the key is free again
     */
    boolean sent(long fence, String key, long upTo) throws SQLException, FeedLost {
        return fenced.run(fence, connection -> removed(connection, key, upTo));
    }

    /** The first message was refused once more, and is tried again after a time. */
    void later(long fence, String key, String reason, Duration wait) throws SQLException, FeedLost {
        fenced.run(
                fence,
                connection -> {
                    try (PreparedStatement update = connection.prepareStatement(LATER)) {
                        update.setString(1, storable(reason));
                        update.setDouble(2, seconds(wait));
                        update.setString(3, feed);
                        update.setString(4, key);
                        return update.executeUpdate();
                    }
                });
    }

    /**
     * Removes a key's messages up to this one, in the connection's transaction, which has to hold
     * the feed.
     *
     * @return whether that was the last; the key is free again
     */
    boolean removed(Connection connection, String key, long upTo) throws SQLException {
        messages.remove(connection, key, upTo);
        return changed(connection, NEXT_MESSAGE, key) && changed(connection, LET_GO, key);
    }

    private boolean changed(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, feed);
            statement.setString(2, key);
            return statement.executeUpdate() > 0;
        }
    }

    private static double seconds(Duration wait) {
        return wait.toMillis() / 1000.0;
    }

    /** Postgres keeps no zero character in a text. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
