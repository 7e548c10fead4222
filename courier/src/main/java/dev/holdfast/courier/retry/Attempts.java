package dev.holdfast.courier.retry;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a message has been through before it got here. It travels with the message's copies.
 *
 * @param made how many tries have failed
 * @param firstFailedAt when the first of them did; null if none has
 * @param history the last of them, oldest first
 */
public record Attempts(int made, Instant firstFailedAt, List<Attempt> history) {

    /** A message that is tried for the first time. */
    public static final Attempts NONE = new Attempts(0, null, List.of());

    private static final int LONGEST_HISTORY = 20;

    public Attempts {
        history = List.copyOf(history);
    }

    /** With one more try that failed. */
    public Attempts failed(Instant at, FailureClass failure, Throwable error) {
        var all = Stream.concat(history.stream(), Stream.of(Attempt.of(at, failure, error)));
        List<Attempt> last = all.skip(Math.max(0, history.size() + 1 - LONGEST_HISTORY)).toList();
        return new Attempts(made + 1, firstFailedAt == null ? at : firstFailedAt, last);
    }
}
