package dev.holdfast.courier.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which partitions of the outbox are past. A row goes into the partition of its day, one of four,
 * by the clock of the database; so the clock alone tells since when a partition was not written.
 */
final class Ring {

    private static final int SLOTS = 4;
    private static final Duration DAY = Duration.ofDays(1);

    /** Two whole days of a partition's rest are left over when it is the next to be written. */
    static final Duration LONGEST_HORIZON = Duration.ofHours(40);

    private Ring() {}

    /**
     * The partitions that are neither being written nor the next to be, and whose last row is older
     * than the horizon.
     *
     * @param now by the clock of the database
     */
    static List<Integer> past(Instant now, Duration horizon) {
        long today = now.getEpochSecond() / DAY.toSeconds();
        return IntStream.rangeClosed(1, SLOTS - 2)
                .mapToLong(daysAgo -> today - daysAgo)
                .filter(day -> !now.isBefore(endOf(day).plus(horizon)))
                .mapToInt(day -> (int) (day % SLOTS))
                .boxed()
                .toList();
    }

    private static Instant endOf(long day) {
        return Instant.ofEpochSecond((day + 1) * DAY.toSeconds());
    }
}
