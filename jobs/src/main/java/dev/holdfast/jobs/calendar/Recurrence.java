package dev.holdfast.jobs.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What recurs, or comes once. */
public sealed interface Recurrence
        permits ZonedCron, Recurrence.Rate, Recurrence.Delay, Recurrence.Once {

    /** The first time strictly after this moment, if there is one. */
    Optional<Instant> after(Instant moment);

    /**
     * At equal distances, whatever clocks show.
     *
     * @param first the first of them, and what all others are counted from
     */
    record Rate(Instant first, Duration every) implements Recurrence {

        public Rate {
            requirePositive(every);
        }

        @Override
        public Optional<Instant> after(Instant moment) {
            if (moment.isBefore(first)) {
                return Optional.of(first);
            }
            long passed = Duration.between(first, moment).dividedBy(every);
            return Optional.of(first.plus(every.multipliedBy(passed + 1)));
        }
    }

    /** Again when so much time has passed since the last one ended: {@code moment} is that end. */
    record Delay(Instant first, Duration pause) implements Recurrence {

        public Delay {
            requirePositive(pause);
        }

        @Override
        public Optional<Instant> after(Instant moment) {
            return Optional.of(moment.isBefore(first) ? first : moment.plus(pause));
        }
    }

    record Once(Instant at) implements Recurrence {

        @Override
        public Optional<Instant> after(Instant moment) {
            return Optional.of(at).filter(moment::isBefore);
        }
    }

    private static void requirePositive(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidTiming(
                    "What recurs needs at least a second between, not %s.".formatted(duration));
        }
    }
}
