package dev.holdfast.courier.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Reads a window page by page, in the order of {@code seq}. */
final class PageQuery {

    private static final String READ =
            """
            SELECT seq, exchange, address, message_id, type, source, key, sequence, recorded_at,
                   correlation_id, causation_id, traceparent, headers::text AS headers, body
            FROM %s
            WHERE seq BETWEEN ? AND ?
              AND pg_visible_in_snapshot(xid, ?::pg_snapshot)
              AND NOT pg_visible_in_snapshot(xid, ?::pg_snapshot)
            ORDER BY seq
            LIMIT ?
            """;

    private final DataSource database;
    private final String read;

    PageQuery(DataSource database, Feed feed) {
        this.database = database;
        this.read = READ.formatted(feed.view());
    }

    List<Outgoing> next(Window window, int atMost) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(read)) {
            statement.setLong(1, window.nextSeq());
            statement.setLong(2, window.lastSeq());
            statement.setString(3, window.hi());
            statement.setString(4, window.lo());
            statement.setInt(5, atMost);
            try (ResultSet rows = statement.executeQuery()) {
                return OutgoingRows.read(rows);
            }
        }
    }
}
