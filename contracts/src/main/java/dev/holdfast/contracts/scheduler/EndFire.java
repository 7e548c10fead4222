package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/**
 * The job that a schedule started has ended, whatever came of it.
 *
 * @param jobId the id of the command that started it
 */
public record EndFire(String schedule, UUID jobId) implements Command {

    @Override
    public String key() {
        return schedule;
    }
}
