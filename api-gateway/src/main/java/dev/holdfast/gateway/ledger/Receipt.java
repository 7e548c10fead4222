package dev.holdfast.gateway.ledger;

import java.util.UUID;

/**
 * What the ledger says to a submission that stands.
 *
 * @param replayed whether it stood before, and this is the first answer again
 */
public record Receipt(UUID commandId, Answer answer, boolean replayed) {}
