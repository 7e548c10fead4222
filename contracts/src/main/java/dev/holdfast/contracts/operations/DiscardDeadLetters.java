package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Addressed;
import java.util.UUID;

/**
 * Give dead letters up. They stay to be seen and are not tried again; records that waited behind
 * one of a parked key go on without it.
 *
 * @param discardId the id of the command that began it: a service that has much to discard goes on
 *     by sending itself the rest
 * @param service whose dead letters
 * @param selection which of them
 * @param by who wants it
 * @param reason why
 * @param discarded how many were given up before this command, of the same discard
 */
public record DiscardDeadLetters(
        UUID discardId,
        String service,
        DeadLetterSelection selection,
        String by,
        String reason,
        long discarded)
        implements Addressed {

    @Override
    public String key() {
        return discardId.toString();
    }
}
