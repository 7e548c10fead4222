package dev.holdfast.contracts.scheduler;

import dev.holdfast.contracts.Addressed;
import java.util.UUID;

/**
 * Have a job end: at once if it waits, at its next step if it runs. One that has ended is left
 * alone.
 *
 * @param service the service that runs it
 */
public record CancelJob(String service, UUID jobId) implements Addressed {

    @Override
    public String key() {
        return jobId.toString();
    }
}
