package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.jobs.calendar.Definitions;
import dev.holdfast.jobs.calendar.MisfirePolicy;
import dev.holdfast.jobs.calendar.Recurrence;
import dev.holdfast.jobs.calendar.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be fired of the times that have come.
 *
 * @param times to be fired, oldest first
 * @param someMissed whether others were missed and stay so
 */
record Due(List<Instant> times, boolean someMissed) {

    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    /**
     * Decides what is fired now. Times that came within {@code onTime} are fired whatever the
     * policy; older ones were missed, and the policy decides.
     */
    static Due of(Schedule schedule, Instant now, Duration onTime) {
        var timetable = schedule.timetable();
        Instant next = schedule.nextFireAt();
        Instant boundary = now.minus(onTime);
        if (schedule.waitsForEnds()) {
            boolean skipped =
                    next.isBefore(boundary)
                            && madeUpFor(schedule.definition(), single(next), next, boundary, now)
                                    .isEmpty();
            return new Due(skipped ? List.of() : List.of(next), skipped);
        }
        List<Instant> punctual = times(timetable, later(next, boundary), now);
        if (!next.isBefore(boundary)) {
            return new Due(punctual, false);
        }
        List<Instant> made = madeUpFor(schedule.definition(), timetable, next, boundary, now);
        boolean others = made.isEmpty() || next.isBefore(made.getFirst());
        if (Definitions.misfire(schedule.definition()) == MisfirePolicy.FIRE_ONCE
                && !punctual.isEmpty()) {
            return new Due(punctual, true);
        }
        return new Due(Stream.concat(made.stream(), punctual.stream()).toList(), others);
    }

    private static List<Instant> madeUpFor(
            ScheduleDefinition definition,
            Timetable timetable,
            Instant next,
            Instant boundary,
            Instant now) {
        return switch (Definitions.misfire(definition)) {
            case SKIP -> List.of();
            case FIRE_ONCE -> newest(timetable, next, boundary, 1);
            case CATCH_UP -> {
                var misfire = definition.misfire();
                Instant oldest = later(next, now.minusSeconds(misfire.noOlderThanSeconds()));
                yield newest(timetable, oldest, boundary, misfire.atMost());
            }
        };
    }

    /** The newest so many from one time on and before another; looks back only as far as needed. */
    private static List<Instant> newest(
            Timetable timetable, Instant from, Instant before, int count) {
        Duration back = FIRST_LOOK;
        while (true) {
            Instant since = later(from, before.minus(back));
            List<Instant> found = times(timetable, since, before.minusNanos(1));
            if (found.size() >= count || !since.isAfter(from)) {
                return found.subList(Math.max(0, found.size() - count), found.size());
            }
            back = back.multipliedBy(2);
        }
    }

    /** What waits for the end of one to count on has no more than this one. */
    private static Timetable single(Instant time) {
        return new Timetable(new Recurrence.Once(time), null, null);
    }

    /** From one time to another, both included. */
    private static List<Instant> times(Timetable timetable, Instant from, Instant to) {
        List<Instant> times = new ArrayList<>();
        var time = timetable.after(from.minusNanos(1));
        while (time.filter(t -> !t.isAfter(to)).isPresent()) {
            times.add(time.get());
            time = timetable.after(time.get());
        }
        return times;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
