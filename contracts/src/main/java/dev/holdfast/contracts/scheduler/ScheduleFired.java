package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A time of a schedule has come.
 *
 * @param fireAt when it should have fired
 * @param outcome {@code fired}; or {@code queued} or {@code skipped} because the job of an earlier
 *     time had not ended; one that was queued is told again when it is fired
 * @param commandId the command it sent, null if it sent none
 * @param nextFireAt when the schedule fires next, null if that is not known
 */
public record ScheduleFired(
        String schedule, Instant fireAt, String outcome, UUID commandId, Instant nextFireAt)
        implements Event {

    @Override
    public String key() {
        return schedule;
    }
}
