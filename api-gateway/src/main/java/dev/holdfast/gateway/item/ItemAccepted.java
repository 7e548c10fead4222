package dev.holdfast.gateway.item;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * The answer to a change of an item.
 *
 * @param commandId by which {@code /v1/commands/{id}} tells what became of it
 */
@RegisterForReflection
record ItemAccepted(String sku, String status, UUID commandId) {

    static ItemAccepted of(String sku, UUID commandId) {
        return new ItemAccepted(sku, "accepted", commandId);
    }
}
