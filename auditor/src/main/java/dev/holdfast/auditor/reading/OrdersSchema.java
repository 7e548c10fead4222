package dev.holdfast.auditor.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.auditor.UnreadableEvidence;
import dev.holdfast.auditor.evidence.Item;
import dev.holdfast.auditor.evidence.Order;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the order-worker keeps of its own. */
final class OrdersSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ORDERS =
            """
            SELECT id, version, status, currency, total,
                   (SELECT json_object_agg(sku, quantity)
                    FROM (SELECT line ->> 'sku' AS sku, sum((line ->> 'quantity')::bigint) AS quantity
                          FROM jsonb_array_elements(lines) line GROUP BY 1) q)::text
            FROM orders.order_state ORDER BY id
            """;

    private static final String ITEMS =
            """
            SELECT sku, on_hand, reserved, available,
                   (SELECT coalesce(sum(delta), 0) FROM orders.stock_movement m WHERE m.sku = i.sku),
                   version
            FROM orders.item i ORDER BY sku
            """;

    private final Database database;

    OrdersSchema(Database database) {
        this.database = database;
    }

    List<Order> orders() {
        return database.all(
                ORDERS,
                row ->
                        new Order(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                quantities(row.getString(6))));
    }

    List<Item> items() {
        return database.all(
                ITEMS,
                row ->
                        new Item(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)));
    }

    private static Map<String, Long> quantities(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UnreadableEvidence("An order's lines cannot be read.", e);
        }
    }
}
