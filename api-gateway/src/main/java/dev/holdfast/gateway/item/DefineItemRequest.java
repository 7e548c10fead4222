package dev.holdfast.gateway.item;

import dev.holdfast.contracts.stock.DefineItem;
import dev.holdfast.gateway.request.CurrencyCode;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of {@code PUT /v1/items/{sku}}.
 *
 * @param stock null leaves the stock as it is
 */
@RegisterForReflection
record DefineItemRequest(
        @Text(max = 200) String name,
        @NotEmpty(message = "must have at least one price")
                @Size(max = 50, message = "must have at most 50 prices")
                Map<
                                @CurrencyCode String,
                                @NotNull(message = "is missing")
                                @Min(value = 0, message = "must be at least 0")
                                @Max(value = MOST, message = "must be at most " + MOST) Long>
                        prices,
        @Min(value = 0, message = "must be at least 0")
                @Max(value = MOST, message = "must be at most " + MOST)
                Long stock) {

    /** Ten thousand such lines still sum up in a long. */
    private static final long MOST = 1_000_000_000L;

    DefineItem toCommand(String sku) {
        return new DefineItem(sku, name, new TreeMap<>(prices), stock);
    }
}
