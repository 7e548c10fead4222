package dev.holdfast.courier.retry;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.time.Instant;

/**
 * One try that failed.
 *
 * @param at when
 * @param failure the label of its {@link FailureClass}
 * @param error the exception's name and message, cut to a bounded length
 */
public record Attempt(Instant at, String failure, String error) {

    private static final int LONGEST_ERROR = 300;

    static Attempt of(Instant at, FailureClass failure, Throwable error) {
        String text = describe(error).replace("\0", "");
        return new Attempt(
                at, failure.label(), text.substring(0, Math.min(text.length(), LONGEST_ERROR)));
    }

    /** The exception in one line; what only wraps it is left out. */
    public static String describe(Throwable error) {
        Throwable inner =
                error instanceof QuarkusTransactionException && error.getCause() != null
                        ? error.getCause()
                        : error;
        return "%s: %s".formatted(inner.getClass().getSimpleName(), inner.getMessage());
    }
}
