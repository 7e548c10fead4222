package dev.holdfast.courier.inbox;

/** The inbox could not be asked; the transaction will not commit. */
public class InboxFailure extends RuntimeException {

    InboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
