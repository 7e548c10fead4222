package dev.holdfast.courier.outbox;

/** The outbox could not be written; the transaction will not commit. */
public class OutboxFailure extends RuntimeException {

    public OutboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
