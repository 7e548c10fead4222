package dev.holdfast.scheduler.timer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What one firing did.
 *
 * @param lateness of each fired timer, how long after its time it was fired
 * @param untilNext until the first timer that is not yet due; null if there is none
 */
record Fired(List<Duration> lateness, Duration untilNext) {

    int count() {
        return lateness.size();
    }

    /** Whether more may be due than one batch holds. */
    boolean full() {
        return count() == Firing.BATCH;
    }

    Duration latest() {
        return lateness.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
