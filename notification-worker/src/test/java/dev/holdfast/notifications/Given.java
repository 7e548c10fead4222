package dev.holdfast.notifications;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.orders.Customer;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events as they arrive. */
public final class Given {

    private Given() {}

    public static Received<Event> placed(UUID order) {
        return placed(order, "Ada", "ada@example.org", "web-1001");
    }

    public static Received<Event> placed(UUID order, String name, String email, String reference) {
        return received(
                new OrderPlaced(
                        order,
                        reference,
                        new Customer("c-1", name, email),
                        "EUR",
                        List.of(
                                new PricedLine("TEA-01", "Green tea", 2, 1290L),
                                new PricedLine("CUP-07", "Cup & saucer", 1, 950L)),
                        3530,
                        "pm_card_visa",
                        Instant.now()));
    }

    public static Received<Event> received(Event event) {
        return new Received<>(
                event,
                new Envelope(
                        MessageIds.next(),
                        Catalogue.typeOf(event).id(),
                        "/order-worker",
                        event.key(),
                        1L,
                        Instant.now(),
                        MessageIds.next(),
                        null,
                        null));
    }
}
