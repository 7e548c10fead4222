package dev.holdfast.jobs;

import dev.holdfast.courier.message.Cause;
import java.time.Duration;

/**
 * A job to be enqueued.
 *
 * @param input what the kind is given
 * @param cause the story it belongs to
 * @param uniqueKey no two jobs of one kind wait or run under the same key; null for any number
 * @param priority 0 first, 3 last
 * @param delay how long to wait, by the database's clock, before it may start
 * @param schedule the schedule that is told when it has ended; null if none started it
 */
public record NewJob<I>(
        JobKind<I> kind,
        I input,
        Cause cause,
        String uniqueKey,
        int priority,
        Duration delay,
        String schedule) {

    private static final int USUAL_PRIORITY = 2;

    public NewJob {
        if (priority < 0 || priority > 3) {
            throw new IllegalArgumentException(
                    "A job's priority is from 0 to 3, not %d.".formatted(priority));
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException(
                    "A job's delay cannot be negative: %s.".formatted(delay));
        }
    }

    /** A job of usual priority that may start at once. */
    public static <I> NewJob<I> of(JobKind<I> kind, I input, Cause cause) {
        return new NewJob<>(kind, input, cause, null, USUAL_PRIORITY, Duration.ZERO, null);
    }

    public NewJob<I> withUniqueKey(String key) {
        return new NewJob<>(kind, input, cause, key, priority, delay, schedule);
    }

    public NewJob<I> withPriority(int wanted) {
        return new NewJob<>(kind, input, cause, uniqueKey, wanted, delay, schedule);
    }

    public NewJob<I> after(Duration wait) {
        return new NewJob<>(kind, input, cause, uniqueKey, priority, wait, schedule);
    }

    /** A schedule has started it; null if none did. */
    public NewJob<I> startedBy(String starter) {
        return new NewJob<>(kind, input, cause, uniqueKey, priority, delay, starter);
    }
}
