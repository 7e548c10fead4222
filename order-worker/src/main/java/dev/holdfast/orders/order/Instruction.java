package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.PlaceOrder;
import java.util.UUID;

/** What is asked of an order, together with every fact that is needed to decide it. */
public sealed interface Instruction {

    /** Take the order. */
    record Place(PlaceOrder command, Quote quote, Reservation reservation) implements Instruction {}

    /**
     * The provider has set the order's total aside.
     *
     * @param paymentId the provider's
     */
    record Authorize(String paymentId) implements Instruction {}

    /**
     * The provider has refused.
     *
     * @param reason the provider's stable code
     */
    record Decline(String reason, String detail) implements Instruction {}

    /** The payment has had its time. */
    record Expire() implements Instruction {}

    /** The provider has given back what it had set aside. */
    record RecordVoid(String paymentId) implements Instruction {}

    /**
     * The provider has taken what it had set aside.
     *
     * @param id of the command, and of the refund that follows if a part was canceled meanwhile
     */
    record RecordCapture(UUID id) implements Instruction {}

    /** The provider has given back the money of a refund. */
    record RecordRefund(UUID refundId) implements Instruction {}
}
