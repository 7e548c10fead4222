package dev.holdfast.orders.payment.stripe;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the start if nobody has said where the payment provider is. */
@ApplicationScoped
class StripeAddress {

    private final Optional<String> url;
    private final Optional<String> key;

    StripeAddress(
            @ConfigProperty(name = "holdfast.payments.url") Optional<String> url,
            @ConfigProperty(name = "holdfast.payments.key") Optional<String> key) {
        this.url = url;
        this.key = key;
    }

    /** Before anything is taken in. */
    void check(@Observes @Priority(1) StartupEvent start) {
        if (url.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException(
                    "No order can be paid: set HOLDFAST_PAYMENTS_URL and HOLDFAST_PAYMENTS_KEY.");
        }
    }
}
