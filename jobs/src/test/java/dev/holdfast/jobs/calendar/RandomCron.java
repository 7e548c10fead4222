package dev.holdfast.jobs.calendar;

import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An expression whose meaning is known without reading it.
 *
 * @param hours empty for every one
 * @param days of the month; empty for every one
 */
record RandomCron(Set<Integer> minutes, Set<Integer> hours, Set<Integer> days) {

    /** One that is likely to mean something about the time of the change. */
    static RandomCron around(ZoneOffsetTransition change, Random random) {
        Set<Integer> minutes = new TreeSet<>();
        while (minutes.isEmpty() || random.nextInt(3) > 0) {
            minutes.add(random.nextInt(60));
        }
        Set<Integer> hours = new TreeSet<>();
        int near = change.getDateTimeBefore().getHour();
        while (random.nextInt(4) > 0) {
            hours.add(Math.floorMod(near + random.nextInt(-2, 3), 24));
        }
        Set<Integer> days = new TreeSet<>();
        if (random.nextInt(4) == 0) {
            days.add(change.getDateTimeBefore().getDayOfMonth());
            days.add(change.getDateTimeAfter().getDayOfMonth());
        }
        return new RandomCron(minutes, hours, days);
    }

    String text() {
        return "%s %s %s * *".formatted(list(minutes), list(hours), list(days));
    }

    boolean means(LocalDateTime time) {
        return minutes.contains(time.getMinute())
                && (hours.isEmpty() || hours.contains(time.getHour()))
                && (days.isEmpty() || days.contains(time.getDayOfMonth()));
    }

    private static String list(Set<Integer> values) {
        return values.isEmpty()
                ? "*"
                : values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
