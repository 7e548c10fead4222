package dev.holdfast.devstack.thirdparty;

/** The caller asked for something that makes no sense; the message says what, in one sentence. */
public class BadRequest extends RuntimeException {

    public BadRequest(String message) {
        super(message);
    }

    public BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
