package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/** Have the provider take the money that is set aside. Sent by the order-worker to itself. */
public record CapturePayment(UUID orderId) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
