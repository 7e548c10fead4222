package dev.holdfast.courier.retry;

/** Thrown by a handler that knows that trying again cannot help. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message) {
        super(message);
    }

    public PermanentFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
