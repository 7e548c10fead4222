package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/**
 * A discard is done.
 *
 * @param discardId the command that began it
 * @param discarded how many dead letters it gave up
 */
public record DeadLettersDiscarded(UUID discardId, String service, long discarded)
        implements Event {

    @Override
    public String key() {
        return discardId.toString();
    }
}
