package dev.holdfast.contracts.scheduler;

import java.time.Instant;

/**
 * When a schedule fires: exactly one of {@code cron}, {@code everySeconds}, {@code pauseSeconds}
 * and {@code at} is set.
 *
 * @param cron five fields, six with seconds before them, or a nickname such as {@code @daily}
 * @param zone whose clocks the expression speaks of, for instance {@code Europe/Berlin}; null for
 *     {@code UTC}, and without {@code cron}
 * @param clockGap {@code skip} or {@code shift}: what becomes of times that are left out when the
 *     clocks are put forward; null for the usual, and without {@code cron}
 * @param clockOverlap {@code first}, {@code second} or {@code both}: what becomes of times that
 *     come twice when the clocks are put back; null as above
 * @param everySeconds at a fixed rate, so many seconds from one time to the next
 * @param pauseSeconds after a fixed delay, so many seconds from the end of one to the next
 * @param at once
 */
public record Timing(
        String cron,
        String zone,
        String clockGap,
        String clockOverlap,
        Long everySeconds,
        Long pauseSeconds,
        Instant at) {

    /** By a cron expression, with the usual policies. */
    public static Timing cron(String expression, String zone) {
        return new Timing(expression, zone, null, null, null, null, null);
    }

    public static Timing every(long seconds) {
        return new Timing(null, null, null, null, seconds, null, null);
    }

    public static Timing pausing(long seconds) {
        return new Timing(null, null, null, null, null, seconds, null);
    }

    public static Timing once(Instant at) {
        return new Timing(null, null, null, null, null, null, at);
    }
}
