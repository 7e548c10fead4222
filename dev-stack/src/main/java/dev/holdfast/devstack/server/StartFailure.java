package dev.holdfast.devstack.server;

/** A server or service could not be started; the message is a sentence for the user. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
