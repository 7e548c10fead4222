package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.contracts.orders.RequestedLine;
import java.util.List;
import java.util.UUID;

/**
 * What was ordered, at the prices of that moment. Nothing in it tells who the customer is.
 *
 * @param total in minor units of the currency
 */
public record Order(
        UUID id,
        String reference,
        String currency,
        List<PricedLine> lines,
        long total,
        String paymentMethod) {

    public Order {
        lines = List.copyOf(lines);
    }

    static Order of(OrderPlaced placed) {
        return new Order(
                placed.orderId(),
                placed.reference(),
                placed.currency(),
                placed.lines(),
                placed.total(),
                placed.paymentMethod());
    }

    /** What the stock has to hold for it. */
    public List<RequestedLine> wanted() {
        return lines.stream().map(line -> new RequestedLine(line.sku(), line.quantity())).toList();
    }

    /** What these lines of it cost, in minor units. */
    long price(List<RequestedLine> some) {
        return some.stream().mapToLong(line -> line.quantity() * unitPrice(line.sku())).sum();
    }

    private long unitPrice(String sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToLong(PricedLine::unitPrice)
                .findFirst()
                .orElseThrow();
    }
}
