package dev.holdfast.contracts.scheduler;

import java.time.Instant;

/**
 * What a schedule does, and when.
 *
 * @param start not before it; null if at once
 * @param end before it; null if for ever
 * @param fire what to send each time
 * @param misfire null for {@code fire-once}
 * @param overlap {@code allow}, {@code skip}, {@code queue} or {@code cancel-previous}: what
 *     becomes of a time that comes while the job of the one before has not ended; null for {@code
 *     skip}
 */
public record ScheduleDefinition(
        Timing timing, Instant start, Instant end, Fire fire, Misfire misfire, String overlap) {}
