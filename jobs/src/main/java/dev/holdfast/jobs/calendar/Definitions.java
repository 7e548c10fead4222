package dev.holdfast.jobs.calendar;

import dev.holdfast.contracts.scheduler.Misfire;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Schedules as they are defined: completed, and as the timetable they mean. */
public final class Definitions {

    private static final int MOST = 1000;
    private static final long OLDEST = Duration.ofDays(366).toSeconds();

    private Definitions() {}

    /**
     * The definition with the usual filled in.
     *
     * @throws InvalidTiming if it does not say when, or makes no sense
     */
    public static ScheduleDefinition completed(ScheduleDefinition given) {
        var completed =
                new ScheduleDefinition(
                        Timings.completed(given.timing()),
                        given.start(),
                        given.end(),
                        given.fire(),
                        completed(given.misfire()),
                        Objects.requireNonNullElse(given.overlap(), Word.of(JobOverlap.SKIP)));
        overlap(completed);
        timetable(completed, Instant.EPOCH);
        return completed;
    }

    /**
     * When a completed definition fires.
     *
     * @param definedAt what a rate or a delay without a start is counted from
     */
    public static Timetable timetable(ScheduleDefinition completed, Instant definedAt) {
        Instant first = Objects.requireNonNullElse(completed.start(), definedAt);
        return new Timetable(
                Timings.recurrence(completed.timing(), first), completed.start(), completed.end());
    }

    public static MisfirePolicy misfire(ScheduleDefinition completed) {
        return Word.read(
                MisfirePolicy.class, completed.misfire().policy(), "The policy for misfires");
    }

    public static JobOverlap overlap(ScheduleDefinition completed) {
        return Word.read(JobOverlap.class, completed.overlap(), "The overlap");
    }

    private static Misfire completed(Misfire given) {
        if (given == null) {
            return new Misfire(Word.of(MisfirePolicy.FIRE_ONCE), null, null);
        }
        var policy = Word.read(MisfirePolicy.class, given.policy(), "The policy for misfires");
        boolean bounded = given.atMost() != null && given.noOlderThanSeconds() != null;
        boolean free = given.atMost() == null && given.noOlderThanSeconds() == null;
        if (policy == MisfirePolicy.CATCH_UP ? !bounded : !free) {
            throw new InvalidTiming(
                    "atMost and noOlderThanSeconds belong to the misfire policy catch-up, which"
                            + " needs both.");
        }
        if (bounded) {
            requireWithin("atMost", given.atMost(), MOST);
            requireWithin("noOlderThanSeconds", given.noOlderThanSeconds(), OLDEST);
        }
        return given;
    }

    private static void requireWithin(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new InvalidTiming(
                    "%s must be from 1 to %d, not %d.".formatted(name, most, value));
        }
    }
}
