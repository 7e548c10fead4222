package dev.holdfast.devstack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for something that nobody announces. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /**
     * Asks again and again until the answer is yes or the time is over.
     *
     * @return the last answer
     */
    public static boolean until(BooleanSupplier question, Duration time) {
        var end = Instant.now().plus(time);
        while (!question.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting", e);
            }
        }
        return true;
    }
}
