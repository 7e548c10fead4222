package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Event;
import java.time.Instant;

/**
 * A schedule is now like this.
 *
 * @param definition as it was given, with the usual filled in where nothing was said
 * @param state {@code active}, {@code paused}, {@code ended} if no time is left, or {@code deleted}
 * @param definedAt from when times at a fixed rate or delay are counted if it has no start
 * @param nextFireAt null if it is not active, or waits for the end of a job
 */
public record ScheduleChanged(
        String schedule,
        ScheduleDefinition definition,
        String state,
        Instant definedAt,
        Instant nextFireAt)
        implements Event {

    @Override
    public String key() {
        return schedule;
    }
}
