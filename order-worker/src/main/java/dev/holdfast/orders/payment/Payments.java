package dev.holdfast.orders.payment;

/**
 * The payment provider.
 *
 * <p><b>Guarantee.</b> However often and by whomever an order's money is asked for, it is set aside
 * once at most: every asking for one order carries the same idempotency key.
 *
 * <p><b>Failure.</b> {@link OutcomeUnknown} if the provider gave no answer to rely on: ask the same
 * again. {@link dev.holdfast.courier.retry.CircuitOpen} if it is known to be down and was not
 * asked. {@link dev.holdfast.courier.retry.PermanentFailure} if it answered what it never should.
 */
public interface Payments {

    /** Sets the amount aside, or tells how that ended the first time it was asked for. */
    Authorization authorize(PaymentRequest request);

    /**
     * Makes sure that no money will be set aside for this order any more, not even by a request
     * that is still under way, and tells what already is.
     */
    Holding forestall(PaymentRequest request);

    /** Gives back what is set aside. Doing it again changes nothing. */
    void voidAuthorization(String paymentId);

    /** Takes what is set aside, as a whole. Doing it again changes nothing. */
    void capture(String paymentId, long amount);

    /** Gives back of what was taken. Asking for the same refund again changes nothing. */
    void refund(RefundRequest request);
}
