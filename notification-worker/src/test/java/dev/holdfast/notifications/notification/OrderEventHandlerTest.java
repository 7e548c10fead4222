package dev.holdfast.notifications.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.notifications.Given;
import dev.holdfast.notifications.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OrderEventHandlerTest {

    private final UUID order = MessageIds.next();

    @Inject Told told;

    @Test
    void an_event_is_told_once_however_often_it_comes() {
        var placed = Given.placed(order);
        var confirmed = Given.received(new OrderConfirmed(order));

        told.of(
                List.of(
                        placed,
                        Given.received(new StockReserved(order, List.of())),
                        confirmed,
                        confirmed));
        told.of(List.of(confirmed));
        told.of(List.of(placed, confirmed));

        assertEquals(1, told.about(order).size());
        var notification = told.about(order).getFirst();
        assertEquals("order-confirmed", notification.kind.label());
        assertEquals("c-1", notification.customerId);
        assertEquals(confirmed.envelope().id(), notification.eventId);
    }

    @Test
    void events_of_many_orders_come_together() {
        UUID other = MessageIds.next();

        told.of(
                List.of(
                        Given.placed(order),
                        Given.placed(other),
                        Given.received(new OrderDeclined(other, "card_declined", "Declined.")),
                        Given.received(new OrderConfirmed(order))));

        assertEquals("order-confirmed", told.about(order).getFirst().kind.label());
        assertEquals("order-declined", told.about(other).getFirst().kind.label());
        assertEquals("card_declined", told.about(other).getFirst().reason);
    }

    @Test
    void an_event_before_its_order_is_a_failure_to_be_tried_again() {
        var confirmed = Given.received(new OrderConfirmed(order));

        var failure = assertThrows(IllegalStateException.class, () -> told.of(List.of(confirmed)));

        assertEquals(
                "order-confirmed of order %s came before the order was placed.".formatted(order),
                failure.getMessage());
        assertEquals(List.of(), told.about(order));
    }
}
