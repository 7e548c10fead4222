package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.CancelOrder;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The body of {@code POST /v1/orders/{id}/cancel}. */
@RegisterForReflection
record CancelRequest(@Text(max = 200, optional = true) String reason) {

    CancelOrder toCommand(UUID orderId) {
        return new CancelOrder(orderId, reason);
    }
}
