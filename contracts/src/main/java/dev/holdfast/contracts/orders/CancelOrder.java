package dev.holdfast.contracts.orders;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/**
 * Do not deliver the order, or what is left of it: what is reserved is freed, and the money for it
 * is given back.
 *
 * @param reason why, in the words of who cancels; may be null
 */
public record CancelOrder(UUID orderId, String reason) implements Command {

    @Override
    public String key() {
        return orderId.toString();
    }
}
