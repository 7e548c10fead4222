package dev.holdfast.courier.relay;

import dev.holdfast.courier.message.Envelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads messages from rows that have the columns of a feed's view; a text's bytes are UTF-8. */
final class OutgoingRows {

    private OutgoingRows() {}

    static List<Outgoing> read(ResultSet rows) throws SQLException {
        List<Outgoing> messages = new ArrayList<>();
        while (rows.next()) {
            messages.add(outgoing(rows));
        }
        return messages;
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
                row.getBytes("body"));
    }
}
