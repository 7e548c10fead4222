package dev.holdfast.orders.store;

import dev.holdfast.orders.order.OrderState;

/**
 * An order as it was read.
 *
 * @param version of its last event; 0 if nothing has happened yet
 */
public record Loaded(OrderState state, int version) {

    public static final Loaded NOTHING = new Loaded(new OrderState.NotPlaced(), 0);
}
