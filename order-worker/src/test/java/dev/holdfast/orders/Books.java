package dev.holdfast.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** What the service has written, as its tables have it. */
@ApplicationScoped
public class Books {

    /** An item's row. */
    public record Level(long onHand, long available, long reserved, long version) {}

    /** A message on its way out. */
    public record Message(String type, Long sequence, String body) {}

    private final DataSource database;

    Books(DataSource database) {
        this.database = database;
    }

    /** The names of an order's events, in order. */
    public List<String> events(UUID orderId) {
        return query(
                "SELECT type FROM order_event WHERE stream_id = ? ORDER BY version",
                row -> name(row.getString(1)),
                orderId);
    }

    public String status(UUID orderId) {
        return query(
                        "SELECT status FROM order_state WHERE id = ?",
                        row -> row.getString(1),
                        orderId)
                .getFirst();
    }

    /** The messages about this key that do not come from the events of orders, in order. */
    public List<Message> sent(String key) {
        return query(
                "SELECT type, sequence, body FROM outbox WHERE key = ? ORDER BY seq",
                row ->
                        new Message(
                                name(row.getString(1)),
                                row.getObject(2, Long.class),
                                row.getString(3)),
                key);
    }

    public List<String> sentNames(String key) {
        return sent(key).stream().map(Message::type).toList();
    }

    public Level level(String sku) {
        return query(
                        "SELECT on_hand, available, reserved, version FROM item WHERE sku = ?",
                        row ->
                                new Level(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)),
                        sku)
                .getFirst();
    }

    /** What the orders that hold stock hold of each item. */
    public Map<String, Long> heldByOrders() {
        Map<String, Long> held = new TreeMap<>();
        query(
                        """
                        SELECT line ->> 'sku', sum((line ->> 'quantity')::bigint)
                        FROM order_state, jsonb_array_elements(lines) AS line
                        WHERE status IN ('reserved', 'authorized', 'confirmed')
                        GROUP BY 1
                        """,
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> held.put(entry.getKey(), entry.getValue()));
        return held;
    }

    /** Any query. */
    public <T> List<T> query(String sql, Row<T> read, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(read.of(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static String name(String type) {
        return type.split("\\.")[2];
    }
}
