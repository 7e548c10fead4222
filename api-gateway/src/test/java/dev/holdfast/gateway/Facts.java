package dev.holdfast.gateway;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.orders.Customer;
import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.contracts.stock.ItemDefined;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as they arrive. */
public final class Facts {

    private Facts() {}

    public static Received<Event> fact(Event body, Long sequence, UUID command) {
        return new Received<>(
                body,
                new Envelope(
                        MessageIds.next(),
                        Catalogue.typeOf(body).id(),
                        "/order-worker",
                        body.key(),
                        sequence,
                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                        command,
                        command,
                        null));
    }

    /** The four events of an order that goes well. */
    public static List<Received<Event>> confirmedOrder(UUID id, String reference, String customer) {
        return List.of(
                fact(placed(id, reference, customer), 1L, id),
                fact(new StockReserved(id, List.of(new RequestedLine("TEA-01", 2))), 2L, id),
                fact(new PaymentAuthorized(id, "pi_1", 2580, "EUR"), 3L, id),
                fact(new OrderConfirmed(id), 4L, id));
    }

    public static OrderPlaced placed(UUID id, String reference, String customer) {
        return new OrderPlaced(
                id,
                reference,
                new Customer(customer, "Ada", "ada@example.org"),
                "EUR",
                List.of(
                        new PricedLine("TEA-01", "Green tea", 2, 1290L),
                        new PricedLine("CUP-01", null, 1, null)),
                2580,
                "pm_card_visa",
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** An item that is defined and counted. */
    public static List<Received<Event>> item(String sku) {
        UUID command = MessageIds.next();
        return List.of(
                fact(new ItemDefined(sku, "Green tea", Map.of("EUR", 1290L)), 1L, command),
                fact(new StockChanged(sku, 100, 0, "counted"), 2L, command));
    }
}
