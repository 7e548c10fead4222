package dev.holdfast.courier.relay;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next try: twice as long each time, up to a bound, with jitter. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration current;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.current = first;
    }

    /** The next wait: between half and all of the current step. */
    Duration next() {
        long full = current.toNanos();
        Duration doubled = current.multipliedBy(2);
        current = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofNanos(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    void reset() {
        current = first;
    }
}
