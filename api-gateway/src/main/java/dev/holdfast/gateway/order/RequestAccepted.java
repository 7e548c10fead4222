package dev.holdfast.gateway.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * The answer to what is asked of an order.
 *
 * @param commandId by which {@code /v1/commands/{id}} tells what became of it
 */
@RegisterForReflection
record RequestAccepted(UUID id, String status, UUID commandId) {

    static RequestAccepted of(UUID orderId, UUID commandId) {
        return new RequestAccepted(orderId, "accepted", commandId);
    }
}
