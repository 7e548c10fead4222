package dev.holdfast.gateway.system;

import static dev.holdfast.gateway.Clients.merchant;
import static dev.holdfast.gateway.Clients.operator;
import static dev.holdfast.gateway.Facts.fact;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import dev.holdfast.gateway.order.OrderCounts;
import dev.holdfast.gateway.order.OrderStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SystemTest {

    @Inject Store store;
    @Inject OrderCounts counts;

    @Test
    void countsWithoutCounting() {
        var before = counts.read();
        for (int i = 0; i < 10; i++) {
            var events = Facts.confirmedOrder(MessageIds.next(), "web-1", "c-1");
            store.take(events.subList(0, 2));
            store.take(events.subList(i % 3, 2 + i % 3));
            store.take(events.subList(0, 2));
        }
        var after = counts.read();
        assertEquals(4, more(before, after, OrderStatus.RESERVED));
        assertEquals(3, more(before, after, OrderStatus.AUTHORIZED));
        assertEquals(3, more(before, after, OrderStatus.CONFIRMED));
        assertEquals(0, more(before, after, OrderStatus.PLACED));
        merchant()
                .get("/v1/system")
                .then()
                .statusCode(200)
                .body("orders.confirmed", notNullValue())
                .body("orders.expired", notNullValue())
                .body("outbox.messages", notNullValue());
    }

    @Test
    void showsDeadLettersToOperators() {
        UUID id = MessageIds.next();
        UUID command = MessageIds.next();
        var dead =
                fact(
                        new DeadLettered(
                                id,
                                "order-worker",
                                "queue",
                                command,
                                "holdfast.orders.PlaceOrder.v1",
                                command.toString(),
                                "permanent",
                                "It cannot be read."),
                        null,
                        command);
        store.take(List.of(dead));
        store.take(List.of(dead));
        operator()
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()))
                .body("items.find { it.id == '%s' }.reason".formatted(id), equalTo("permanent"));
        assertEquals(1, store.count("dead_letter_view WHERE id = ?", id));
    }

    private static long more(
            Map<OrderStatus, Long> before, Map<OrderStatus, Long> after, OrderStatus status) {
        return after.getOrDefault(status, 0L) - before.getOrDefault(status, 0L);
    }
}
