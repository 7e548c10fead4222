package dev.holdfast.orders.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.Topics;
import dev.holdfast.contracts.orders.Customer;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.repair.Digest;
import dev.holdfast.courier.repair.Edge;
import dev.holdfast.courier.repair.Minute;
import dev.holdfast.courier.repair.SenderEnd;
import dev.holdfast.orders.Books;
import dev.holdfast.orders.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
@DisplayName("The events of orders, as repair sees them")
class OrdersEdgeTest {

    private static final Edge TO_GATEWAY =
            new Edge.Events(Service.ORDER_WORKER, Service.API_GATEWAY, Set.of(Topics.ORDERS));

    /** Half a day of events, one a second; nobody else ever sees them. */
    private static final String MANY =
            """
            INSERT INTO order_event (stream_id, version, event_id, type, correlation_id, data)
            SELECT gen_random_uuid(), 1,
                   (lpad(to_hex(1772000000000 + i * 1000), 12, '0') || '70008000000000000000')::uuid,
                   't', gen_random_uuid(), '{}'
            FROM generate_series(1, 43200) i
            """;

    private static final String MINUTES =
            """
            EXPLAIN SELECT count(*) FROM unnest(
                array['019c936c-c400-0000-0000-000000000000'::uuid, '019c936d-ae60-0000-0000-000000000000'::uuid],
                array['019c936d-ae60-0000-0000-000000000000'::uuid, '019c936e-98c0-0000-0000-000000000000'::uuid])
                AS m (first, next)
            CROSS JOIN LATERAL (
                SELECT DISTINCT message_id FROM feed_orders
                WHERE message_id >= m.first AND message_id < m.next AND address = ANY ('{holdfast.orders}'::text[])) e
            """;

    @Inject Orders orders;
    @Inject Books books;
    @Inject SenderEnd sender;
    @Inject DataSource database;

    @Test
    @DisplayName("are what the service has sent, straight from their table")
    void lieOnTheEdge() {
        UUID order = MessageIds.next();
        var change = new Change(Loaded.NOTHING, List.of(placed(order)), Cause.begin(order));
        QuarkusTransaction.requiringNew().run(() -> orders.record(List.of(change)));
        UUID event =
                books.query(
                                "SELECT event_id FROM order_event WHERE stream_id = ?",
                                row -> row.getObject(1, UUID.class),
                                order)
                        .getFirst();
        Minute minute = Minute.of(event);

        assertTrue(sender.ids(TO_GATEWAY, minute).contains(event));
        Minute empty = Minute.of(Instant.parse("2026-01-01T00:00:00Z"));
        assertEquals(Digest.NONE, sender.digests(TO_GATEWAY, List.of(empty)).get(empty));
    }

    @Test
    @DisplayName("are found by a range of ids in an index")
    void foundByIndex() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(MANY);
                statement.execute("ANALYZE order_event");
                String plan = plan(statement);
                assertTrue(plan.contains("Bitmap Index Scan on order_event_by_id"), plan);
                assertFalse(plan.contains("Seq Scan on order_event"), plan);
            } finally {
                connection.rollback();
            }
        }
    }

    private static OrderPlaced placed(UUID order) {
        return new OrderPlaced(
                order,
                "web-1",
                new Customer("c-1", "Ada", "ada@example.org"),
                "EUR",
                List.of(new PricedLine("TEA-01", "Green tea", 1, 1290L)),
                1290,
                "pm_card_visa",
                Instant.EPOCH);
    }

    private static String plan(Statement statement) throws SQLException {
        try (var lines = statement.executeQuery(MINUTES)) {
            var plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
