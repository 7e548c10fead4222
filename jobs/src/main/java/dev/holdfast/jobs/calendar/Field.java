package dev.holdfast.jobs.calendar;

import java.util.List;
import java.util.Locale;

/** The fields of a cron expression: what their numbers and names mean. */
enum Field {
    SECOND("seconds", 0, 59, 60, List.of()),
    MINUTE("minutes", 0, 59, 60, List.of()),
    HOUR("hours", 0, 23, 24, List.of()),
    DAY_OF_MONTH("days of the month", 1, 31, 31, List.of()),
    MONTH(
            "months",
            1,
            12,
            12,
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                    "DEC")),
    /** Sunday is 0 and also 7. */
    DAY_OF_WEEK(
            "days of the week", 0, 7, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private final String plural;
    private final int first;
    private final int last;
    private final int cycle;
    private final List<String> names;

    Field(String plural, int first, int last, int cycle, List<String> names) {
        this.plural = plural;
        this.first = first;
        this.last = last;
        this.cycle = cycle;
        this.names = names;
    }

    /**
     * One item of a list: {@code *}, {@code 5}, {@code MON-FRI}, {@code 22-2}, {@code 0-30/10},
     * {@code 5/15}.
     *
     * @return a bit for each value
     * @throws InvalidTiming if it is none of these
     */
    long item(String item) {
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        int step = slash < 0 ? 1 : step(item.substring(slash + 1), item);
        if (range.equals("*")) {
            return bits(first, first + cycle - 1, step);
        }
        int dash = range.indexOf('-');
        int from = value(dash < 0 ? range : range.substring(0, dash), item);
        if (dash >= 0) {
            int to = value(range.substring(dash + 1), item);
            return bits(from, to < from ? to + cycle : to, step);
        }
        if (slash < 0) {
            return bits(from, from, 1);
        }
        int wrapped = first + (from - first) % cycle;
        return bits(wrapped, first + cycle - 1, step);
    }

    /**
     * A number or a name of this field.
     *
     * @param item the item it is part of, for the complaint
     * @throws InvalidTiming if it is neither
     */
    int value(String text, String item) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return named + first;
        }
        if (!text.matches("\\d{1,2}")
                || Integer.parseInt(text) < first
                || Integer.parseInt(text) > last) {
            throw invalid(item);
        }
        return Integer.parseInt(text);
    }

    InvalidTiming invalid(String item) {
        String alternative =
                names.isEmpty() ? "" : " or %s to %s".formatted(names.getFirst(), names.getLast());
        return new InvalidTiming(
                "'%s' cannot be among the %s, which are %d to %d%s."
                        .formatted(item, plural, first, last, alternative));
    }

    private int step(String text, String item) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) == 0) {
            throw new InvalidTiming("The step of '%s' must be a number from 1.".formatted(item));
        }
        int step = Integer.parseInt(text);
        if (step > cycle) {
            throw new InvalidTiming(
                    "The step of '%s' is larger than there are %s.".formatted(item, plural));
        }
        return step;
    }

    private long bits(int from, int to, int step) {
        long bits = 0;
        for (int value = from; value <= to; value += step) {
            bits |= 1L << (first + (value - first) % cycle);
        }
        return bits;
    }
}
