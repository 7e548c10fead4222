package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.ShipOrder;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The body of {@code POST /v1/orders/{id}/ship}.
 *
 * @param lines what the parcel holds; null for all that is open
 */
@RegisterForReflection
record ShipRequest(
        @Size(min = 1, max = 100, message = "must have from 1 to 100 lines") @OneLinePerSku
                List<@NotNull(message = "must be an object") @Valid LineRequest> lines,
        @Text(max = 100, optional = true) String trackingNumber) {

    ShipOrder toCommand(UUID orderId) {
        return new ShipOrder(orderId, LineRequest.requested(lines), trackingNumber);
    }
}
