package dev.holdfast.gateway.schedule;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * The answer to a change of a schedule.
 *
 * @param commandId by which {@code /v1/commands/{id}} tells what became of it
 */
@RegisterForReflection
record ScheduleAccepted(String name, String status, UUID commandId) {

    static ScheduleAccepted of(String name, UUID commandId) {
        return new ScheduleAccepted(name, "accepted", commandId);
    }
}
