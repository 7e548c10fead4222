package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.DeliverOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The body of {@code POST /v1/orders/{id}/deliver}, of which there is nothing to say yet. */
@RegisterForReflection
record DeliverRequest() {

    DeliverOrder toCommand(UUID orderId) {
        return new DeliverOrder(orderId);
    }
}
