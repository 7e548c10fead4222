package dev.holdfast.scheduler.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.scheduler.Misfire;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.contracts.scheduler.Timing;
import dev.holdfast.jobs.calendar.Definitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing ran from noon to three: what is made up for. */
class DueTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant THREE = Instant.parse("2026-11-23T15:00:00.5Z");
    private static final Timing HOURLY = Timing.cron("0 * * * *", null);
    private static final Timing AT_HALF_PAST = Timing.cron("30 * * * *", null);

    @Test
    void on_time_is_fired_whatever_was_missed() {
        assertEquals(times("15:00"), due(HOURLY, new Misfire("skip", null, null)).times());
    }

    @Test
    void skip_leaves_out_what_was_missed() {
        assertEquals(new Due(List.of(), true), due(AT_HALF_PAST, new Misfire("skip", null, null)));
    }

    @Test
    void fire_once_makes_up_for_all_by_the_last() {
        assertEquals(new Due(times("14:30"), true), due(AT_HALF_PAST, null));
        assertEquals(new Due(times("15:00"), true), due(HOURLY, null));
    }

    @Test
    void catch_up_takes_the_newest_that_are_not_too_old() {
        assertEquals(
                new Due(times("13:30", "14:30"), true),
                due(AT_HALF_PAST, new Misfire("catch-up", 2, 86_400L)));
        assertEquals(
                new Due(times("12:30", "13:30", "14:30"), false),
                due(AT_HALF_PAST, new Misfire("catch-up", 10, 86_400L)));
        assertEquals(
                new Due(times("14:00", "15:00"), true),
                due(HOURLY, new Misfire("catch-up", 10, 3700L)));
    }

    @Test
    void years_of_seconds_are_not_walked() {
        var now = THREE.plus(Duration.ofDays(4000));
        var everySecond = schedule(Timing.every(1), new Misfire("catch-up", 3, 86_400L), NOON);

        var due = Due.of(everySecond, now, Duration.ofSeconds(2));

        assertEquals(3 + 2, due.times().size());
    }

    @Test
    void what_pauses_between_has_one_time_only() {
        var hourly = Timing.pausing(3600);
        assertEquals(new Due(times("12:00"), false), due(hourly, null));
        assertEquals(new Due(List.of(), true), due(hourly, new Misfire("skip", null, null)));
    }

    private static Due due(Timing timing, Misfire misfire) {
        return Due.of(schedule(timing, misfire, NOON), THREE, Duration.ofMinutes(1));
    }

    private static Schedule schedule(Timing timing, Misfire misfire, Instant since) {
        var definition =
                Definitions.completed(
                        new ScheduleDefinition(timing, null, null, null, misfire, null));
        return Schedule.first("s", definition, true, since);
    }

    private static List<Instant> times(String... hours) {
        return Stream.of(hours)
                .map(hour -> Instant.parse("2026-11-23T%s:00Z".formatted(hour)))
                .toList();
    }
}
