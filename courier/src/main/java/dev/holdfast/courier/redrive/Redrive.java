package dev.holdfast.courier.redrive;

import dev.holdfast.contracts.operations.DeadLetterSelection;
import java.util.UUID;

/**
 * A redrive that runs, held by the current transaction.
 *
 * @param selection which dead letters
 * @param ratePerSecond how many at most in a second
 * @param by who wants it
 * @param reason why
 * @param lastId the last dead letter that it came to
 * @param overdue whether it is time to tell how far it has come
 */
record Redrive(
        UUID id,
        DeadLetterSelection selection,
        int ratePerSecond,
        String by,
        String reason,
        UUID lastId,
        boolean overdue) {}
