package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** So many of an item, as a client asks for it. */
@RegisterForReflection
record LineRequest(
        @Text(max = 64) String sku,
        @NotNull(message = "is missing")
                @Min(value = 1, message = "must be at least 1")
                @Max(value = 10_000, message = "must be at most 10000")
                Long quantity) {

    /** As commands have them; none if there are none. */
    static List<RequestedLine> requested(List<LineRequest> lines) {
        return lines == null
                ? List.of()
                : lines.stream()
                        .map(line -> new RequestedLine(line.sku(), line.quantity().intValue()))
                        .toList();
    }
}
