package dev.holdfast.courier.relay;

/** The broker did not confirm a whole page. */
public class NotCarried extends Exception {

    public NotCarried(String message) {
        super(message);
    }

    public NotCarried(String message, Throwable cause) {
        super(message, cause);
    }
}
