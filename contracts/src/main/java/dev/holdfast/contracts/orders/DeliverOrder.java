package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/** Everything that was shipped has arrived. */
public record DeliverOrder(UUID orderId) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
