package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/**
 * End an order whose payment has not answered in time. Sent by a timer; an order that got further
 * is left alone.
 */
public record ExpireOrder(UUID orderId) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
