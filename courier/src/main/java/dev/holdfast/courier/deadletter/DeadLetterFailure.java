package dev.holdfast.courier.deadletter;

/** A dead letter could not be read or written; the transaction will not commit. */
public class DeadLetterFailure extends RuntimeException {

    public DeadLetterFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
