package dev.holdfast.courier.retry;

/** Thrown by a handler whose state was changed by another between reading and writing. */
public class ConflictFailure extends RuntimeException {

    public ConflictFailure(String message) {
        super(message);
    }

    public ConflictFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
