package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Addressed;
import java.util.UUID;

/**
 * Try dead letters again, at a bounded rate. What is sent again is what was there when the command
 * was carried out: one that fails again meanwhile is not taken a second time.
 *
 * @param redriveId by which it can be followed and canceled; the id of this command
 * @param service whose dead letters
 * @param selection which of them
 * @param dryRun whether only to say how many and which these are
 * @param ratePerSecond how many at most in a second, from 1
 * @param by who wants it
 * @param reason why
 */
public record RedriveDeadLetters(
        UUID redriveId,
        String service,
        DeadLetterSelection selection,
        boolean dryRun,
        int ratePerSecond,
        String by,
        String reason)
        implements Addressed {

    @Override
    public String key() {
        return redriveId.toString();
    }
}
