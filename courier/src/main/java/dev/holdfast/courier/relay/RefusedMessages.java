package dev.holdfast.courier.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The SQL of one feed's rows of {@code refused_message}, in the connection's transaction. */
final class RefusedMessages {

    private static final String APPEND =
            """
            INSERT INTO refused_message (feed, key, seq, exchange, address, message_id, type, source, sequence,
                                         recorded_at, correlation_id, causation_id, traceparent, headers, body)
            SELECT ?, key, seq, exchange, address, message_id, type, source, sequence,
                   recorded_at, correlation_id, causation_id, traceparent, headers, body
            FROM %s WHERE seq = ANY (?)
            ON CONFLICT DO NOTHING
            """;

    private static final String FIRST =
            """
            SELECT seq, exchange, address, message_id, type, source, key, sequence, recorded_at,
                   correlation_id, causation_id, traceparent, headers::text AS headers, body
            FROM refused_message WHERE feed = ? AND key = ? ORDER BY seq LIMIT ?
            """;

    private static final String REMOVE =
            """
            DELETE FROM refused_message WHERE feed = ? AND key = ? AND seq <= ?
            """;

    private final String feed;
    private final String append;

    RefusedMessages(Feed feed) {
        this.feed = feed.name();
        this.append = APPEND.formatted(feed.view());
    }

    /** Has these rows of the feed wait, each behind its key. */
    void append(Connection connection, List<Long> seqs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(append)) {
            insert.setString(1, feed);
            insert.setArray(2, connection.createArrayOf("bigint", seqs.toArray()));
            insert.executeUpdate();
        }
    }

    /** The first messages that wait behind a key. */
    List<Outgoing> first(Connection connection, String key, int atMost) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIRST)) {
            select.setString(1, feed);
            select.setString(2, key);
            select.setInt(3, atMost);
            try (ResultSet rows = select.executeQuery()) {
                return OutgoingRows.read(rows);
            }
        }
    }

    /** Removes the messages of a key up to this one. */
    void remove(Connection connection, String key, long upTo) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setString(1, feed);
            delete.setString(2, key);
            delete.setLong(3, upTo);
            delete.executeUpdate();
        }
    }
}
