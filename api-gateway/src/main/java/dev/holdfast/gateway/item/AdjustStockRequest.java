package dev.holdfast.gateway.item;

import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The body of {@code POST /v1/items/{sku}/stock}. */
@RegisterForReflection
record AdjustStockRequest(
        @NotNull(message = "is missing")
                @Min(value = -MOST, message = "must be at least " + -MOST)
                @Max(value = MOST, message = "must be at most " + MOST)
                Long delta,
        @Text(max = 200) String reason) {

    private static final long MOST = 1_000_000_000L;

    AdjustStock toCommand(String sku, UUID movementId) {
        return new AdjustStock(movementId, sku, delta, reason);
    }
}
