package dev.holdfast.orders.payment.stripe;

/**
 * A payment as Stripe has it.
 *
 * @param amount in minor units
 * @param currency ISO 4217, in lower case
 */
record PaymentIntent(String id, String status, long amount, String currency) {

    /** Money is set aside and can be captured or given back. */
    boolean holdsMoney() {
        return "requires_capture".equals(status);
    }

    boolean isCanceled() {
        return "canceled".equals(status);
    }

    boolean isCaptured() {
        return "succeeded".equals(status);
    }
}
