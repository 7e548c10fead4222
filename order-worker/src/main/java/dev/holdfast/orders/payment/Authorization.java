package dev.holdfast.orders.payment;

/** How the provider answered when it was asked to set money aside. */
public sealed interface Authorization {

    /**
     * It is set aside, to the full amount.
     *
     * @param paymentId the provider's
     */
    record Authorized(String paymentId) implements Authorization {}

    /**
     * It refused, and will refuse again.
     *
     * @param reason the provider's stable code
     * @param detail the provider's sentence
     */
    record Declined(String reason, String detail) implements Authorization {}
}
