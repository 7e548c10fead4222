package dev.holdfast.orders.payment;

/** What the provider has set aside for an order. */
public sealed interface Holding {

    /**
     * The order's total.
     *
     * @param paymentId the provider's
     */
    record Held(String paymentId) implements Holding {}

    /** Nothing, now and for ever. */
    record NothingHeld() implements Holding {}
}
