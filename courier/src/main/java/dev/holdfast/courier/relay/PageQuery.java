package dev.holdfast.courier.relay;

import dev.holdfast.courier.message.Envelope;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the next page of a window, in the order of {@code seq}. */
final class PageQuery {

    static final int PAGE = 1000;

    private static final String READ =
            """
            SELECT seq, exchange, address, message_id, type, source, key, sequence, recorded_at,
                   correlation_id, causation_id, traceparent, headers::text AS headers, body
            FROM %s
            WHERE seq BETWEEN ? AND ?
              AND pg_visible_in_snapshot(xid, ?::pg_snapshot)
              AND NOT pg_visible_in_snapshot(xid, ?::pg_snapshot)
            ORDER BY seq
            LIMIT %d
            """;

    private final DataSource database;
    private final String read;

    PageQuery(DataSource database, Feed feed) {
        this.database = database;
        this.read = READ.formatted(feed.view(), PAGE);
    }

    List<Outgoing> next(Window window) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(read)) {
            statement.setLong(1, window.nextSeq());
            statement.setLong(2, window.lastSeq());
            statement.setString(3, window.hi());
            statement.setString(4, window.lo());
            try (ResultSet rows = statement.executeQuery()) {
                List<Outgoing> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(outgoing(rows));
                }
                return page;
            }
        }
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        var envelope =
                new Envelope(
                        row.getObject("message_id", UUID.class),
                        row.getString("type"),
                        row.getString("source"),
                        row.getString("key"),
                        row.getObject("sequence", Long.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("correlation_id", UUID.class),
                        row.getObject("causation_id", UUID.class),
                        row.getString("traceparent"));
        return new Outgoing(
                row.getLong("seq"),
                row.getString("exchange"),
                row.getString("address"),
                envelope,
                row.getString("headers"),
                row.getString("body").getBytes(StandardCharsets.UTF_8));
    }
}
