package dev.holdfast.orders.payment.stripe;

/**
 * A refund as Stripe has it.
 *
 * @param amount in minor units
 */
record StripeRefund(String id, String status, long amount) {

    /** Whether the money will not come: Stripe could not give it back. */
    boolean failed() {
        return "failed".equals(status) || "canceled".equals(status);
    }
}
