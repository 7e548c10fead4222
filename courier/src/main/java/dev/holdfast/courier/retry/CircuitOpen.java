package dev.holdfast.courier.retry;

import java.time.Duration;

/** Thrown by a handler that was kept from calling a third party known to be down. */
public class CircuitOpen extends RuntimeException {

    private final Duration retryAfter;

    /**
     * @param retryAfter how long to leave the third party alone
     */
    public CircuitOpen(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
