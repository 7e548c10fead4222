package dev.holdfast.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gateway.listing.Listing;
import dev.holdfast.gateway.listing.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * How PostgreSQL would read lists if there were many rows. The rows are never committed.
 *
 * <p>Neither a scan of a table nor a sort of more than a few equal rows may be in a plan: both read
 * everything to show a little.
 */
@ApplicationScoped
public class Plans implements AutoCloseable {

    /** An id in the middle of those that {@link #ORDERS} makes. */
    public static final UUID MIDDLE = UUID.fromString("00000000-0000-7000-8000-000000025000");

    /** Fifty thousand orders: of 250 customers, one in ten not settled. */
    public static final String ORDERS =
            """
            INSERT INTO order_view (id, reference, status, currency, total, customer_id, customer_name, customer_email,
                                    version, accepted_at, placed_at, updated_at)
            SELECT ('00000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'ref-' || lpad(i::text, 6, '0'),
                   CASE WHEN i % 10 = 0 THEN 'reserved' ELSE 'confirmed' END, 'EUR', 100, 'c-' || i % 250, 'Ada',
                   'ada@example.org', 4, now(), now(), now()
            FROM generate_series(1, 50000) i
            """;

    private final DataSource database;
    private Connection connection;

    Plans(DataSource database) {
        this.database = database;
    }

    /** Fills tables for the plans that follow; {@link #close} empties them again. */
    public void fill(List<String> inserts) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (String insert : inserts) {
                statement.execute(insert);
            }
            statement.execute(
                    "ANALYZE order_view, item_view, notification_view, dead_letter_view, redrive_view");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    /** Checks the first page, and one far behind. */
    public void expect(String index, Listing<?> listing, String cursor) throws SQLException {
        expect(index, listing, PageRequest.parse(null, null));
        expect(index, listing, PageRequest.parse("50", cursor));
    }

    private void expect(String index, Listing<?> listing, PageRequest page) throws SQLException {
        String plan = explain(listing, page);
        assertTrue(plan.contains(index), () -> "Not by " + index + ":\n" + plan);
        assertFalse(plan.contains("Seq Scan"), () -> "Scans a table:\n" + plan);
        assertFalse(plan.contains("->  Sort"), () -> "Sorts everything:\n" + plan);
    }

    private String explain(Listing<?> listing, PageRequest page) throws SQLException {
        var statement = listing.statement(page);
        try (var explain =
                connection.prepareStatement(
                        "EXPLAIN " + statement.sql().replaceAll("\\?\\d+", "?"))) {
            for (int i = 0; i < statement.values().size(); i++) {
                explain.setObject(i + 1, sql(statement.values().get(i)));
            }
            var plan = new StringBuilder();
            try (var row = explain.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private static Object sql(Object value) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    /** A cursor as the API gives it out. */
    public static String cursor(Object... key) {
        var text = String.join("\n", Arrays.stream(key).map(Object::toString).toList());
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
