package dev.holdfast.devstack.demo;

/** The demo did not reach its end; the message says why, and what to look at. */
public final class GaveUp extends RuntimeException {

    public GaveUp(String message) {
        super(message);
    }

    public GaveUp(String message, Throwable cause) {
        super(message, cause);
    }
}
