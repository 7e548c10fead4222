package dev.holdfast.jobs.calendar;

import java.time.DayOfWeek;
import java.time.YearMonth;

/** Which days of a month an item of one of the two day fields means. */
@FunctionalInterface
interface DayRule {

    /** A bit for each day of this month, from bit 1. */
    long in(YearMonth month);

    /** Those of these days that the month has. */
    static DayRule days(long days) {
        return month -> days & all(month);
    }

    /** Every such weekday; bit 0 is Sunday. */
    static DayRule weekdays(long weekdays) {
        return month -> {
            long days = 0;
            int weekday = sundayIsZero(month.atDay(1).getDayOfWeek());
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                if ((weekdays >> weekday & 1) == 1) {
                    days |= 1L << day;
                }
                weekday = (weekday + 1) % 7;
            }
            return days;
        };
    }

    /** So many days before the last; none in a month that is too short for that. */
    static DayRule beforeLast(int back) {
        return month -> bit(month.lengthOfMonth() - back);
    }

    /** The working day nearest to this one, within the month; none if the month has no such day. */
    static DayRule nearestWorkday(int day) {
        return month -> day > month.lengthOfMonth() ? 0 : bit(nearest(month, day));
    }

    static DayRule lastWorkday() {
        return month -> bit(nearest(month, month.lengthOfMonth()));
    }

    /** The {@code nth} such weekday; none in a month that has fewer. */
    static DayRule nth(int weekday, int nth) {
        return month -> {
            int first = sundayIsZero(month.atDay(1).getDayOfWeek());
            int day = 1 + Math.floorMod(weekday - first, 7) + 7 * (nth - 1);
            return day > month.lengthOfMonth() ? 0 : bit(day);
        };
    }

    static DayRule last(int weekday) {
        return month -> {
            int last = sundayIsZero(month.atEndOfMonth().getDayOfWeek());
            return bit(month.lengthOfMonth() - Math.floorMod(last - weekday, 7));
        };
    }

    default DayRule or(DayRule other) {
        return month -> in(month) | other.in(month);
    }

    default DayRule and(DayRule other) {
        return month -> in(month) & other.in(month);
    }

    private static long all(YearMonth month) {
        return (2L << month.lengthOfMonth()) - 2;
    }

    private static long bit(int day) {
        return day < 1 ? 0 : 1L << day;
    }

    private static int sundayIsZero(DayOfWeek day) {
        return day.getValue() % 7;
    }

    private static int nearest(YearMonth month, int day) {
        return switch (month.atDay(day).getDayOfWeek()) {
            case SATURDAY -> day == 1 ? 3 : day - 1;
            case SUNDAY -> day == month.lengthOfMonth() ? day - 2 : day + 1;
            default -> day;
        };
    }
}
