package dev.holdfast.contracts.stock;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/**
 * Add to or take from what is on hand. Applied once per movement.
 *
 * @param movementId makes the movement idempotent
 * @param delta signed; what would leave less than is reserved is refused
 * @param reason why, in the merchant's words
 */
public record AdjustStock(UUID movementId, String sku, long delta, String reason)
        implements Command {

    @Override
    public String key() {
        return sku;
    }
}
