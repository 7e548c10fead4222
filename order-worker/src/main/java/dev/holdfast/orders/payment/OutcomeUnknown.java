package dev.holdfast.orders.payment;

/** The provider gave no answer; it may have done what it was asked. To be asked the same again. */
public class OutcomeUnknown extends RuntimeException {

    public OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
