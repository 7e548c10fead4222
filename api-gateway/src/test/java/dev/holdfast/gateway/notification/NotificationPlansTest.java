package dev.holdfast.gateway.notification;

import static dev.holdfast.gateway.Plans.MIDDLE;
import static dev.holdfast.gateway.Plans.cursor;

import dev.holdfast.gateway.Plans;
import dev.holdfast.gateway.TestStack;
import dev.holdfast.gateway.order.ReferencePattern;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class NotificationPlansTest {

    private static final String NOTIFICATIONS =
            """
            INSERT INTO notification_view (id, order_id, customer_id, kind, channel, status, sent_at)
            SELECT gen_random_uuid(), id, customer_id, 'order-confirmed', 'mail', 'sent', now()
            FROM order_view
            """;

    @Inject Plans plans;

    @BeforeEach
    void fill() throws SQLException {
        plans.fill(List.of(Plans.ORDERS, NOTIFICATIONS));
    }

    @AfterEach
    void empty() throws SQLException {
        plans.close();
    }

    @Test
    void everyListIsReadAlongAnIndex() throws SQLException {
        var time = cursor(Instant.now(), MIDDLE);
        var reference = cursor("ref-025000", MIDDLE);
        expect("notification_view_by_time", new NotificationFilter(null, null, null), time);
        expect("notification_view_by_customer", new NotificationFilter("c-2", null, null), time);
        expect("notification_view_by_order", new NotificationFilter(null, MIDDLE, null), time);
        var prefix = ReferencePattern.parse("ref-02*");
        expect("order_view_by_reference", new NotificationFilter(null, null, prefix), reference);
    }

    private void expect(String index, NotificationFilter filter, String cursor)
            throws SQLException {
        plans.expect(index, filter.listing(), cursor);
    }
}
