package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.OrderEvent;

/** An event was met where it cannot have happened: the stream is damaged or the rules are wrong. */
public class IllegalHistory extends RuntimeException {

    IllegalHistory(OrderState state, OrderEvent event) {
        super(
                "%s cannot have happened to order %s, which is %s."
                        .formatted(
                                event.getClass().getSimpleName(),
                                event.orderId(),
                                state.getClass().getSimpleName()));
    }
}
