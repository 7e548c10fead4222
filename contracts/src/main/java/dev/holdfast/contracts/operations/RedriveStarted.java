package dev.holdfast.contracts.operations;

import java.util.List;
import java.util.UUID;

/**
 * A redrive was taken in. A dry run is over with that.
 *
 * @param service whose dead letters
 * @param selection which of them, with the time it was taken in as the latest end
 * @param dryRun whether nothing will be sent
 * @param ratePerSecond how many at most in a second
 * @param by who wants it
 * @param reason why
 * @param matched how many dead letters there are of the selection
 * @param first the ids of the first of them, at most 100, in the order they would be sent
 */
public record RedriveStarted(
        UUID redriveId,
        String service,
        DeadLetterSelection selection,
        boolean dryRun,
        int ratePerSecond,
        String by,
        String reason,
        long matched,
        List<UUID> first)
        implements RedriveChange {

    public RedriveStarted {
        first = List.copyOf(first);
    }
}
