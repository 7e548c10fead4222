package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/** What was set aside for the order was given back. */
public record PaymentVoided(UUID orderId, String paymentId) implements Event {

    @Override
    public String key() {
        return orderId.toString();
    }
}
