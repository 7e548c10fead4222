package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.Customer;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.orders.order.Instruction.Place;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One order that every test of the rules may begin with. */
final class Samples {

    static final UUID ID = UUID.fromString("0198f1a0-0000-7000-8000-000000000001");
    static final Quote QUOTE = new Quote(List.of(new PricedLine("TEA-01", "Green tea", 2, 1290L)));

    private Samples() {}

    static PlaceOrder command() {
        return new PlaceOrder(
                ID,
                "web-1001",
                new Customer("c-1", "Ada", "ada@example.org"),
                "EUR",
                List.of(new RequestedLine("TEA-01", 2)),
                "pm_card_visa",
                Instant.parse("2026-11-23T12:00:00Z"));
    }

    static Place place() {
        return new Place(command(), QUOTE, new Reservation.Held());
    }
}
