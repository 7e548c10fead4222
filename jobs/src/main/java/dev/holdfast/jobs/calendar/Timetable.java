package dev.holdfast.jobs.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What recurs, within bounds.
 *
 * @param start not before it; null if at any time
 * @param end before it; null if for ever
 */
public record Timetable(Recurrence recurrence, Instant start, Instant end) {

    /** After this year nothing is due: not every part of the suite can write a later date. */
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    public Timetable {
        if (start != null && end != null && !start.isBefore(end)) {
            throw new InvalidTiming("The start must be before the end.");
        }
    }

    /** The first time strictly after this moment, if there is one. */
    public Optional<Instant> after(Instant moment) {
        boolean early = start != null && moment.isBefore(start);
        return recurrence
                .after(early ? start.minusNanos(1) : moment)
                .filter(next -> next.isBefore(end == null ? LAST : end));
    }

    /** The next so many times strictly after this moment; fewer if there are no more. */
    public List<Instant> after(Instant moment, int count) {
        return Stream.iterate(after(moment), Optional::isPresent, next -> next.flatMap(this::after))
                .limit(count)
                .map(Optional::get)
                .toList();
    }
}
