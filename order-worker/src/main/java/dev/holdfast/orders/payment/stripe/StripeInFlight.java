package dev.holdfast.orders.payment.stripe;

/** Another request under the same idempotency key is still being carried out. */
final class StripeInFlight extends StripeProblem {

    StripeInFlight(String message) {
        super(message, null);
    }
}
