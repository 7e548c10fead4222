package dev.holdfast.orders.payment.stripe;

/** Stripe cannot be reached, is failing, wants less, or does not take our key. */
final class StripeUnavailable extends StripeProblem {

    StripeUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
