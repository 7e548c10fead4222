package dev.holdfast.orders.payment.stripe;

/** Stripe did not do what it was asked. */
abstract sealed class StripeProblem extends RuntimeException
        permits StripeRefusal, StripeInFlight, StripeUnavailable {

    StripeProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
