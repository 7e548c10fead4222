package dev.holdfast.devstack.payments;

/** Ends a request that is answered with an error object of Stripe's; nothing was entered. */
final class Refusal extends RuntimeException {

    private final transient StripeError error;

    Refusal(StripeError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    StripeError error() {
        return error;
    }
}
