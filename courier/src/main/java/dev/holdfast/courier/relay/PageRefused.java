package dev.holdfast.courier.relay;

/** The broker is there and refuses something that was sent, without telling which message. */
public class PageRefused extends NotCarried {

    public PageRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
