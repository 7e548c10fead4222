package dev.holdfast.jobs.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What should fire, found by watching the clock on the wall minute by minute: what it shows twice,
 * and what it never shows.
 */
record MinuteWalk(ZoneRules rules, RandomCron cron, ClockGap gap, ClockOverlap overlap) {

    private static final long MINUTE = 60;
    private static final long MARGIN = 27 * 60 * MINUTE;

    /** After the one and up to the other. */
    List<Instant> between(Instant from, Instant to) {
        Map<LocalDateTime, Instant> first = new HashMap<>();
        Map<LocalDateTime, Instant> second = new HashMap<>();
        var made = new TreeSet<Instant>();
        LocalDateTime shown = null;
        for (long at = from.getEpochSecond() - MARGIN;
                at <= to.getEpochSecond() + MARGIN;
                at += MINUTE) {
            Instant now = Instant.ofEpochSecond(at);
            var clock = LocalDateTime.ofEpochSecond(at, 0, rules.getOffset(now));
            if (shown != null && neverShown(shown.plusMinutes(1), clock)) {
                made.add(now);
            }
            shown = clock;
            if (cron.means(clock) && first.putIfAbsent(clock, now) != null) {
                second.put(clock, now);
            }
        }
        var fires = gap == ClockGap.SHIFT ? made : new TreeSet<Instant>();
        first.forEach(
                (clock, instant) -> {
                    if (overlap != ClockOverlap.SECOND || !second.containsKey(clock)) {
                        fires.add(instant);
                    }
                });
        if (overlap != ClockOverlap.FIRST) {
            fires.addAll(second.values());
        }
        return List.copyOf(fires.subSet(from, false, to, true));
    }

    private boolean neverShown(LocalDateTime from, LocalDateTime before) {
        for (var time = from; time.isBefore(before); time = time.plusMinutes(1)) {
            if (cron.means(time)) {
                return true;
            }
        }
        return false;
    }
}
