package dev.holdfast.orders.store;

import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.orders.order.Decider;
import dev.holdfast.orders.order.OrderState;
import java.util.List;
import java.util.UUID;

/**
 * What is to happen to one order.
 *
 * @param before what was decided on; another version in the store is a conflict
 * @param events at least one, all of the same order
 */
public record Change(Loaded before, List<OrderEvent> events, Cause cause) {

    public Change {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A change without events changes nothing.");
        }
    }

    public UUID orderId() {
        return events.getFirst().orderId();
    }

    /** The order once it has happened. */
    public OrderState after() {
        return Decider.evolve(before.state(), events);
    }

    int versionAfter() {
        return before.version() + events.size();
    }
}
