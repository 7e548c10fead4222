package dev.holdfast.orders.payment.stripe;

import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Every request to Stripe goes through here, so that one circuit and one bulkhead know of all of
 * them. Asking again is safe: each request that changes anything carries an idempotency key.
 */
@ApplicationScoped
class StripeGuard {

    private static final long REST_MILLIS = 5_000;

    /** For how long an open circuit leaves Stripe alone. */
    static final Duration REST = Duration.ofMillis(REST_MILLIS);

    /**
     * Asks; at most 32 requests are under way, further ones wait.
     *
     * @return fails with a {@link StripeProblem} or with what the annotations throw
     */
    @Timeout(5_000)
    @Retry(
            maxRetries = 2,
            delay = 100,
            jitter = 100,
            retryOn = {StripeUnavailable.class, StripeInFlight.class, TimeoutException.class})
    @ExponentialBackoff
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = REST_MILLIS,
            successThreshold = 3,
            failOn = {StripeUnavailable.class, TimeoutException.class})
    @Bulkhead(value = 32, waitingTaskQueue = 1_000)
    <T> Uni<T> ask(Supplier<Uni<T>> request) {
        return request.get()
                .onFailure(problem -> !(problem instanceof StripeProblem))
                .transform(problem -> new StripeUnavailable("Stripe cannot be reached.", problem));
    }
}
