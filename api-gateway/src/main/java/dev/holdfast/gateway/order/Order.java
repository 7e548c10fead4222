package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.PlaceOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order as the API shows it.
 *
 * @param reason a stable code that says why an order was rejected, declined or expired, or the
 *     words with which it was canceled
 * @param total in minor units of the currency; null until the order is priced
 * @param version grows with everything that happens to the order; 0 while it is only accepted
 */
@RegisterForReflection
public record Order(
        UUID id,
        String reference,
        OrderStatus status,
        String reason,
        String currency,
        Long total,
        Buyer customer,
        List<Line> lines,
        long version,
        Instant acceptedAt,
        Instant placedAt,
        Instant confirmedAt,
        Instant updatedAt) {

    /** Who ordered. */
    @RegisterForReflection
    public record Buyer(String id, String name, String email) {}

    /**
     * So many of an item.
     *
     * @param name null until the order is priced, or if the catalogue does not have the item
     * @param unitPrice in minor units; null until the order is priced, or if there is no price
     */
    @RegisterForReflection
    public record Line(String sku, String name, int quantity, Long unitPrice) {}

    /** The order before any event has told of it. */
    static Order accepted(PlaceOrder command) {
        var customer = command.customer();
        return new Order(
                command.orderId(),
                command.reference(),
                OrderStatus.ACCEPTED,
                null,
                command.currency(),
                null,
                new Buyer(customer.id(), customer.name(), customer.email()),
                command.lines().stream()
                        .map(line -> new Line(line.sku(), null, line.quantity(), null))
                        .toList(),
                0,
                command.acceptedAt(),
                null,
                null,
                command.acceptedAt());
    }

    static Order of(OrderView view, List<OrderLine> lines) {
        return new Order(
                view.id,
                view.reference,
                OrderStatus.of(view.status),
                view.reason,
                view.currency,
                view.total,
                new Buyer(view.customerId, view.customerName, view.customerEmail),
                lines.stream()
                        .map(line -> new Line(line.sku, line.name, line.quantity, line.unitPrice))
                        .toList(),
                view.version,
                view.acceptedAt,
                view.placedAt,
                view.confirmedAt,
                view.updatedAt);
    }
}
