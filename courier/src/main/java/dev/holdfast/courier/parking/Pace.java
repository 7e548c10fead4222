package dev.holdfast.courier.parking;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a parked key is left alone: twice as long each time, up to ten minutes, with jitter. */
final class Pace {

    private static final long FIRST = Duration.ofSeconds(1).toMillis();
    private static final long LONGEST = Duration.ofMinutes(10).toMillis();
    private static final int DOUBLINGS = 10;

    private Pace() {}

    /**
     * The wait after one more failure.
     *
     * @param attempts how many there were before
     */
    static Duration after(int attempts) {
        long step = Math.min(LONGEST, FIRST << Math.min(attempts, DOUBLINGS));
        return Duration.ofMillis(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }
}
