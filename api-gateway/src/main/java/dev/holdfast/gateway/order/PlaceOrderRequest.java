package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.Customer;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.gateway.request.CurrencyCode;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The body of {@code POST /v1/orders}. */
@RegisterForReflection
record PlaceOrderRequest(
        @Text(max = 100) String reference,
        @NotNull(message = "is missing") @Valid Buyer customer,
        @CurrencyCode String currency,
        @NotEmpty(message = "must have at least one line")
                @Size(max = 100, message = "must have at most 100 lines")
                @OneLinePerSku
                List<@NotNull(message = "must be an object") @Valid LineRequest> lines,
        @NotNull(message = "is missing") @Valid Payment payment) {

    PlaceOrder toCommand(UUID orderId, Instant acceptedAt) {
        return new PlaceOrder(
                orderId,
                reference,
                new Customer(customer.id(), customer.name(), customer.email()),
                currency,
                LineRequest.requested(lines),
                payment.method(),
                acceptedAt);
    }

    @RegisterForReflection
    record Buyer(
            @Text(max = 100) String id,
            @Text(max = 200) String name,
            @Text(max = 254) @Email(message = "must be an e-mail address") String email) {}

    @RegisterForReflection
    record Payment(
            @Text(max = 100)
                    @Pattern(
                            regexp = "[A-Za-z0-9_-]*",
                            message =
                                    "must be the id of a payment method, for instance pm_card_visa")
                    String method) {}
}
