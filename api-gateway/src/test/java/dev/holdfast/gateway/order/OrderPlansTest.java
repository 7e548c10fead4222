package dev.holdfast.gateway.order;

import static dev.holdfast.gateway.Plans.MIDDLE;
import static dev.holdfast.gateway.Plans.cursor;

import dev.holdfast.gateway.Plans;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OrderPlansTest {

    private static final ReferencePattern PREFIX = ReferencePattern.parse("ref-02*");
    private static final ReferencePattern EXACT = ReferencePattern.parse("ref-020000");

    @Inject Plans plans;

    @BeforeEach
    void fill() throws SQLException {
        plans.fill(List.of(Plans.ORDERS));
    }

    @AfterEach
    void empty() throws SQLException {
        plans.close();
    }

    @Test
    void everyListIsReadAlongAnIndex() throws SQLException {
        var id = cursor(MIDDLE);
        var reference = cursor("ref-025000", MIDDLE);
        expect("order_view_pkey", new OrderFilter(null, null, null, null), id);
        expect("order_view_by_status", new OrderFilter(null, OrderStatus.EXPIRED, null, null), id);
        expect("order_view_by_customer", new OrderFilter(null, null, "c-2", null), id);
        expect("order_view_by_customer", new OrderFilter("c-2", null, null, null), id);
        expect("order_view_by_reference", new OrderFilter(null, null, null, EXACT), id);
        expect("order_view_by_reference", new OrderFilter(null, null, null, PREFIX), reference);
        expect(
                "order_view_by_reference",
                new OrderFilter(null, OrderStatus.CONFIRMED, null, PREFIX),
                reference);
    }

    private void expect(String index, OrderFilter filter, String cursor) throws SQLException {
        plans.expect(index, filter.listing(), cursor);
    }
}
