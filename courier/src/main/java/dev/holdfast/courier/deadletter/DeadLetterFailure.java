package dev.holdfast.courier.deadletter;

/** A dead letter could not be written; the transaction will not commit. */
public class DeadLetterFailure extends RuntimeException {

    DeadLetterFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
