package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/** Stock and payment stand: the order will be delivered. */
public record OrderConfirmed(UUID orderId) implements Event {

    @Override
    public String key() {
        return orderId.toString();
    }
}
