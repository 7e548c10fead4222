package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.operations.DeadLetterSelection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** Which dead letters of a service a request means; what is left out does not matter. */
@RegisterForReflection
record LetterFilter(
        @NotNull(message = "is missing")
                @Pattern(
                        regexp = "api-gateway|order-worker|notification-worker|scheduler-service",
                        message =
                                "must be one of api-gateway, order-worker, notification-worker,"
                                        + " scheduler-service")
                String service,
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String type,
        @Size(min = 1, max = 100, message = "must have 1 to 100 characters") String reason,
        @Size(min = 1, max = 200, message = "must have 1 to 200 characters") String address,
        @Size(min = 1, max = 500, message = "must have 1 to 500 characters") String subject,
        @Utc String from,
        @Utc String until) {

    DeadLetterSelection selection() {
        return new DeadLetterSelection(
                null, type, reason, address, subject, time(from), time(until));
    }

    private static Instant time(String text) {
        return text == null ? null : Instant.parse(text);
    }
}
