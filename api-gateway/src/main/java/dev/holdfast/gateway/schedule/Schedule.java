package dev.holdfast.gateway.schedule;

import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.Misfire;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.contracts.scheduler.Timing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A schedule as the API shows it.
 *
 * @param state {@code active}, {@code paused} or {@code ended}
 * @param lastOutcome {@code fired}, {@code queued} or {@code skipped}; null if no time has come
 */
@RegisterForReflection(
        targets = {
            Schedule.class,
            ScheduleDefinition.class,
            Timing.class,
            Fire.class,
            Misfire.class
        })
public record Schedule(
        String name,
        String state,
        Timing timing,
        Instant start,
        Instant end,
        Fire fire,
        Misfire misfire,
        String overlap,
        Instant nextFireAt,
        Instant lastFireAt,
        String lastOutcome,
        long version,
        Instant updatedAt) {

    static Schedule of(ScheduleRow row, ScheduleDefinition definition) {
        return new Schedule(
                row.name,
                row.state,
                definition.timing(),
                definition.start(),
                definition.end(),
                definition.fire(),
                definition.misfire(),
                definition.overlap(),
                row.nextFireAt,
                row.lastFireAt,
                row.lastOutcome,
                row.version,
                row.updatedAt);
    }
}
