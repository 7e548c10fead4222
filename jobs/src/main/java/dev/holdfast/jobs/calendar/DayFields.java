package dev.holdfast.jobs.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the two fields of days and what only they may say: {@code ?}, L, W and #. */
final class DayFields {

    private static final Pattern BEFORE_LAST = Pattern.compile("L-(\\d{1,2})");
    private static final Pattern WORKDAY = Pattern.compile("(\\d{1,2})W");
    private static final Pattern NTH = Pattern.compile("(\\w+)#([1-5])");
    private static final Pattern LAST = Pattern.compile("(\\w+)L");

    private DayFields() {}

    /**
     * The days that both fields together mean. As in crontab(5): if neither begins with {@code *},
     * a day that either names will do; else it must be in both.
     *
     * @throws InvalidTiming if one of them cannot be read
     */
    static DayRule read(String ofMonth, String ofWeek) {
        DayRule days = rule(ofMonth, DayFields::ofMonth);
        DayRule weekdays = rule(ofWeek, DayFields::ofWeek);
        return open(ofMonth) || open(ofWeek) ? days.and(weekdays) : days.or(weekdays);
    }

    private static boolean open(String field) {
        return field.startsWith("*") || field.equals("?");
    }

    private static DayRule rule(String field, Function<String, DayRule> item) {
        if (field.equals("?")) {
            return item.apply("*");
        }
        return Arrays.stream(field.toUpperCase(Locale.ROOT).split(",", -1))
                .map(item)
                .reduce(DayRule::or)
                .orElseThrow();
    }

    private static DayRule ofMonth(String item) {
        if (item.equals("L")) {
            return DayRule.beforeLast(0);
        }
        if (item.equals("LW")) {
            return DayRule.lastWorkday();
        }
        var beforeLast = BEFORE_LAST.matcher(item);
        if (beforeLast.matches() && Integer.parseInt(beforeLast.group(1)) <= 30) {
            return DayRule.beforeLast(Integer.parseInt(beforeLast.group(1)));
        }
        var workday = WORKDAY.matcher(item);
        if (workday.matches()) {
            return DayRule.nearestWorkday(Field.DAY_OF_MONTH.value(workday.group(1), item));
        }
        return DayRule.days(Field.DAY_OF_MONTH.item(item));
    }

    private static DayRule ofWeek(String item) {
        var nth = NTH.matcher(item);
        if (nth.matches()) {
            return DayRule.nth(weekday(nth.group(1), item), Integer.parseInt(nth.group(2)));
        }
        var last = LAST.matcher(item);
        if (last.matches()) {
            return DayRule.last(weekday(last.group(1), item));
        }
        return DayRule.weekdays(Field.DAY_OF_WEEK.item(item));
    }

    private static int weekday(String text, String item) {
        return Field.DAY_OF_WEEK.value(text, item) % 7;
    }
}
