package dev.holdfast.courier.relay;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: twice as long each time, up to a bound, with jitter. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final double jitter;
    private Duration current;

    /** With much jitter, for what may have failed for many at once. */
    Backoff(Duration first, Duration longest) {
        this(first, longest, 0.5);
    }

    /**
     * With the jitter that is asked for.
     *
     * @param jitter by which part of a step a wait may be shorter
     */
    Backoff(Duration first, Duration longest, double jitter) {
        this.first = first;
        this.longest = longest;
        this.jitter = jitter;
        this.current = first;
    }

    /** The next wait: the current step, or less by the jitter. */
    Duration next() {
        double part = 1 - jitter * ThreadLocalRandom.current().nextDouble();
        long wait = (long) (current.toNanos() * part);
        Duration doubled = current.multipliedBy(2);
        current = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofNanos(wait);
    }

    void reset() {
        current = first;
    }
}
