package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/** Have the payment provider set the order's total aside. Sent by the order-worker to itself. */
public record AuthorizePayment(UUID orderId) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
