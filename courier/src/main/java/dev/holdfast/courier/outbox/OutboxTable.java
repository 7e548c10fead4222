package dev.holdfast.courier.outbox;

import dev.holdfast.courier.sql.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The SQL of the table {@code outbox}. */
@ApplicationScoped
class OutboxTable {

    private static final String INSERT =
            """
            INSERT INTO outbox (broker, exchange, address, message_id, type, source, key, sequence,
                                recorded_at, correlation_id, causation_id, traceparent, headers, body)
            SELECT broker, exchange, address, message_id, type, source, key, sequence,
                   coalesce(recorded_at, clock_timestamp()), correlation_id, causation_id, traceparent,
                   headers::jsonb, body
            FROM unnest(?::smallint[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                        ?::timestamptz[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                 WITH ORDINALITY AS m(broker, exchange, address, message_id, type, source, key, sequence,
                                      recorded_at, correlation_id, causation_id, traceparent, headers, body, ord)
            ORDER BY ord
            """;

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** Writes the rows in their order, in the current transaction. */
    void insert(List<Row> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            var columns = new ArrayColumns<>(connection, insert, rows);
            columns.add("smallint", row -> row.broker().code());
            columns.add("text", Row::exchange);
            columns.add("text", Row::address);
            columns.add("uuid", Row::messageId);
            columns.add("text", Row::type);
            columns.add("text", Row::source);
            columns.add("text", Row::key);
            columns.add("bigint", Row::sequence);
            columns.add("timestamptz", row -> text(row.recordedAt()));
            columns.add("uuid", Row::correlationId);
            columns.add("uuid", Row::causationId);
            columns.add("text", Row::traceparent);
            columns.add("text", Row::headers);
            columns.add("text", Row::body);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure("The messages of this transaction could not be written.", e);
        }
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
