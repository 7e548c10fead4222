package dev.holdfast.jobs.calendar;

import dev.holdfast.contracts.scheduler.Timing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;

/** Timings as they are sent, and what they mean. */
final class Timings {

    private static final long MOST_SECONDS = Duration.ofDays(3653).toSeconds();

    private Timings() {}

    /**
     * The timing with the usual filled in. What runs every hour follows the time that passes: it
     * leaves out what a change of the clocks leaves out and repeats what it repeats. What has its
     * hours comes once whatever the clocks do.
     *
     * @throws InvalidTiming if it does not say when
     */
    static Timing completed(Timing given) {
        if (given == null || countOf(given) != 1) {
            throw new InvalidTiming(
                    "A timing says exactly one of cron, everySeconds, pauseSeconds and at.");
        }
        if (given.cron() == null) {
            requireNoClocks(given);
            requireSeconds("everySeconds", given.everySeconds());
            requireSeconds("pauseSeconds", given.pauseSeconds());
            return given;
        }
        boolean flows = Cron.parse(given.cron()).everyHour();
        var usualGap = flows ? ClockGap.SKIP : ClockGap.SHIFT;
        var usualOverlap = flows ? ClockOverlap.BOTH : ClockOverlap.FIRST;
        var completed =
                new Timing(
                        given.cron().strip(),
                        Objects.requireNonNullElse(given.zone(), "UTC"),
                        Objects.requireNonNullElse(given.clockGap(), Word.of(usualGap)),
                        Objects.requireNonNullElse(given.clockOverlap(), Word.of(usualOverlap)),
                        null,
                        null,
                        null);
        zoned(completed);
        return completed;
    }

    /**
     * What a completed timing means.
     *
     * @param first what a rate or a delay is counted from
     */
    static Recurrence recurrence(Timing timing, Instant first) {
        if (timing.cron() != null) {
            return zoned(timing);
        }
        if (timing.everySeconds() != null) {
            return new Recurrence.Rate(first, Duration.ofSeconds(timing.everySeconds()));
        }
        return timing.pauseSeconds() != null
                ? new Recurrence.Delay(first, Duration.ofSeconds(timing.pauseSeconds()))
                : new Recurrence.Once(timing.at());
    }

    private static ZonedCron zoned(Timing timing) {
        return new ZonedCron(
                Cron.parse(timing.cron()),
                zone(timing.zone()),
                Word.read(ClockGap.class, timing.clockGap(), "The clock gap"),
                Word.read(ClockOverlap.class, timing.clockOverlap(), "The clock overlap"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new InvalidTiming("There is no time zone '%s'.".formatted(name));
        }
    }

    private static long countOf(Timing given) {
        return Stream.of(given.cron(), given.everySeconds(), given.pauseSeconds(), given.at())
                .filter(Objects::nonNull)
                .count();
    }

    private static void requireNoClocks(Timing given) {
        if (given.zone() != null || given.clockGap() != null || given.clockOverlap() != null) {
            throw new InvalidTiming(
                    "A zone and what its clocks do matter to a cron expression only.");
        }
    }

    private static void requireSeconds(String name, Long seconds) {
        if (seconds != null && (seconds < 1 || seconds > MOST_SECONDS)) {
            throw new InvalidTiming(
                    "%s must be from 1 to %d, not %d.".formatted(name, MOST_SECONDS, seconds));
        }
    }
}
