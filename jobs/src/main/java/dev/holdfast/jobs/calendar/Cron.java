package dev.holdfast.jobs.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A cron expression: which times of a wall clock it means. Five fields (minute, hour, day of month,
 * month, day of week) or six (seconds before them), or a nickname such as {@code @daily}.
 *
 * <p>Fields hold lists of values, names, ranges (also across the end: {@code 22-2}, {@code
 * FRI-MON}) and steps. Days may also be {@code ?}, {@code L}, {@code L-3}, {@code LW}, {@code 15W},
 * {@code FRI#2} and {@code FRIL}. Sunday is 0 or 7, with six fields too.
 */
public final class Cron {

    private static final Map<String, String> NICKNAMES =
            Map.of(
                    "@yearly", "0 0 1 1 *",
                    "@annually", "0 0 1 1 *",
                    "@monthly", "0 0 1 * *",
                    "@weekly", "0 0 * * 0",
                    "@daily", "0 0 * * *",
                    "@midnight", "0 0 * * *",
                    "@hourly", "0 * * * *");

    /**
     * The Gregorian calendar repeats after so many years: what does not come by then never does.
     */
    static final int CYCLE_YEARS = 400;

    private final String text;
    private final long seconds;
    private final long minutes;
    private final long hours;
    private final long months;
    private final DayRule days;
    private final boolean everyHour;

    private Cron(String text, String[] fields) {
        this.text = text;
        this.seconds = bits(Field.SECOND, fields[0]);
        this.minutes = bits(Field.MINUTE, fields[1]);
        this.hours = bits(Field.HOUR, fields[2]);
        this.days = DayFields.read(fields[3], fields[5]);
        this.months = bits(Field.MONTH, fields[4]);
        this.everyHour = fields[2].startsWith("*");
    }

    /**
     * Reads an expression.
     *
     * @throws InvalidTiming if it is none, or if it means no time that ever comes
     */
    public static Cron parse(String text) {
        String given = text.strip();
        String full = NICKNAMES.getOrDefault(given.toLowerCase(Locale.ROOT), given);
        if (full.startsWith("@")) {
            throw new InvalidTiming(
                    "'%s' is no nickname; there are %s."
                            .formatted(
                                    given,
                                    String.join(
                                            ", ", NICKNAMES.keySet().stream().sorted().toList())));
        }
        String[] fields = full.split("\\s+");
        var cron =
                switch (fields.length) {
                    case 5 -> new Cron(given, ("0 " + full).split("\\s+"));
                    case 6 -> new Cron(given, fields);
                    default ->
                            throw new InvalidTiming(
                                    "A cron expression has five or six fields; '%s' has %d."
                                            .formatted(given, given.isEmpty() ? 0 : fields.length));
                };
        var year2000 = LocalDateTime.of(2000, 1, 1, 0, 0);
        if (cron.first(year2000, year2000.plusYears(CYCLE_YEARS)) == null) {
            throw new InvalidTiming("'%s' means no day that ever comes.".formatted(given));
        }
        return cron;
    }

    /**
     * Whether it goes with the hours rather than names some: what runs every hour, or every second
     * one, follows the time that passes and not the clock that is put back.
     */
    public boolean everyHour() {
        return everyHour;
    }

    /** The first time it means from one time on and before another; null if there is none. */
    LocalDateTime first(LocalDateTime from, LocalDateTime before) {
        if (!from.isBefore(before)) {
            return null;
        }
        LocalTime time = timeFrom(from.toLocalTime());
        LocalDate day =
                dayFrom(time == null ? from.toLocalDate().plusDays(1) : from.toLocalDate(), before);
        if (day == null) {
            return null;
        }
        boolean today = day.equals(from.toLocalDate());
        var found = day.atTime(today ? time : timeFrom(LocalTime.MIN));
        return found.isBefore(before) ? found : null;
    }

    private LocalDate dayFrom(LocalDate from, LocalDateTime before) {
        YearMonth last = YearMonth.from(before);
        long later = -1L << from.getDayOfMonth();
        for (YearMonth month = YearMonth.from(from);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            if ((months >> month.getMonthValue() & 1) == 1) {
                long left = days.in(month) & later;
                if (left != 0) {
                    return month.atDay(Long.numberOfTrailingZeros(left));
                }
            }
            later = -1L;
        }
        return null;
    }

    /** The first time of a day from this one on; null if the day has none left. */
    private LocalTime timeFrom(LocalTime from) {
        int second = next(seconds, from.getNano() == 0 ? from.getSecond() : from.getSecond() + 1);
        int minute = next(minutes, second < 0 ? from.getMinute() + 1 : from.getMinute());
        if (minute != from.getMinute()) {
            second = next(seconds, 0);
        }
        int hour = next(hours, minute < 0 ? from.getHour() + 1 : from.getHour());
        if (hour < 0) {
            return null;
        }
        return hour == from.getHour()
                ? LocalTime.of(hour, minute, second)
                : LocalTime.of(hour, next(minutes, 0), next(seconds, 0));
    }

    /** The first value from this one on; negative if there is none. */
    private static int next(long values, int from) {
        long left = from > 63 ? 0 : values & -1L << from;
        return left == 0 ? -1 : Long.numberOfTrailingZeros(left);
    }

    private static long bits(Field field, String text) {
        return Arrays.stream(text.split(",", -1))
                .mapToLong(field::item)
                .reduce(0, (one, other) -> one | other);
    }

    /** The expression as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
