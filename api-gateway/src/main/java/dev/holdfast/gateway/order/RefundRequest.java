package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.RefundOrder;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * The body of {@code POST /v1/orders/{id}/refund}.
 *
 * @param amount in minor units; null if lines are named, or all that is left is meant
 * @param lines whose price is given back; null if an amount is named, or all that is left is meant
 */
@RegisterForReflection
@AmountOrLines
record RefundRequest(
        @Min(value = 1, message = "must be at least 1") Long amount,
        @Size(min = 1, max = 100, message = "must have from 1 to 100 lines") @OneLinePerSku
                List<@NotNull(message = "must be an object") @Valid LineRequest> lines,
        @Text(max = 200, optional = true) String reason) {

    RefundOrder toCommand(UUID orderId) {
        return new RefundOrder(orderId, amount, LineRequest.requested(lines), reason);
    }
}
