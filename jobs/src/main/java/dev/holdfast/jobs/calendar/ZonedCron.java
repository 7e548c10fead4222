package dev.holdfast.jobs.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.function.Function;

/**
 * The instants at which the clocks of a zone show what a cron expression means.
 *
 * <p>Time is walked from one change of the zone's offset to the next. Between two of them the
 * clocks run evenly, so only the changes themselves need a policy.
 */
public record ZonedCron(Cron cron, ZoneId zone, ClockGap gap, ClockOverlap overlap)
        implements Recurrence {

    @Override
    public Optional<Instant> after(Instant moment) {
        var rules = zone.getRules();
        var offset = rules.getOffset(moment);
        var from = LocalDateTime.ofEpochSecond(moment.getEpochSecond() + 1, 0, offset);
        var end = from.plusYears(Cron.CYCLE_YEARS);
        from = later(from, begin(rules.previousTransition(moment.plusNanos(1))));
        var change = rules.nextTransition(moment);
        while (change != null && change.getDateTimeBefore().isBefore(end)) {
            var found = until(change, from, offset);
            if (found != null) {
                return Optional.of(found);
            }
            from = begin(change);
            offset = change.getOffsetAfter();
            change = rules.nextTransition(change.getInstant());
        }
        return Optional.ofNullable(cron.first(from, end)).map(at(offset));
    }

    /**
     * The first instant before the change, or at it to make up for a gap; null if there is none.
     */
    private Instant until(ZoneOffsetTransition change, LocalDateTime from, ZoneOffset offset) {
        boolean onlySecond = change.isOverlap() && overlap == ClockOverlap.SECOND;
        var before = onlySecond ? change.getDateTimeAfter() : change.getDateTimeBefore();
        var found = cron.first(from, before);
        if (found != null) {
            return found.toInstant(offset);
        }
        boolean shifted =
                change.isGap()
                        && gap == ClockGap.SHIFT
                        && cron.first(change.getDateTimeBefore(), change.getDateTimeAfter())
                                != null;
        return shifted ? change.getInstant() : null;
    }

    /** From when on the clocks count after this change. */
    private LocalDateTime begin(ZoneOffsetTransition change) {
        if (change == null) {
            return LocalDateTime.MIN;
        }
        boolean onlyFirst = change.isOverlap() && overlap == ClockOverlap.FIRST;
        return onlyFirst ? change.getDateTimeBefore() : change.getDateTimeAfter();
    }

    private static Function<LocalDateTime, Instant> at(ZoneOffset offset) {
        return local -> local.toInstant(offset);
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
