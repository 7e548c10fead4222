package dev.holdfast.courier.repair;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A minute of message ids: those that were made in it, by the time that a UUIDv7 carries.
 *
 * @param start a whole minute
 */
public record Minute(Instant start) implements Comparable<Minute> {

    /** For so long after its end a minute is left alone: most transactions have committed then. */
    public static final Duration SETTLING = Duration.ofMinutes(2);

    public Minute {
        if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("%s is not a whole minute.".formatted(start));
        }
    }

    /** The minute that this instant is in. */
    public static Minute of(Instant instant) {
        return new Minute(instant.truncatedTo(ChronoUnit.MINUTES));
    }

    /** The minute in which this id was made. */
    public static Minute of(UUID id) {
        return of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16));
    }

    /**
     * The minutes that can be compared now, oldest first: they have settled, and the sender still
     * has them whole.
     *
     * @param horizon for how long a sender keeps what it has sent
     */
    public static List<Minute> closed(Instant now, Duration horizon) {
        Minute oldest = of(now.minus(horizon)).next();
        Minute open = of(now.minus(SETTLING));
        return Stream.iterate(oldest, minute -> minute.compareTo(open) < 0, Minute::next).toList();
    }

    public Minute next() {
        return new Minute(start.plus(1, ChronoUnit.MINUTES));
    }

    /** The smallest id that could be made in it. */
    public UUID firstId() {
        return new UUID(start.toEpochMilli() << 16, 0);
    }

    @Override
    public int compareTo(Minute other) {
        return start.compareTo(other.start);
    }
}
