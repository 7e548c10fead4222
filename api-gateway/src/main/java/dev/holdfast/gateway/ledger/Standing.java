package dev.holdfast.gateway.ledger;

import java.util.UUID;

/** What the ledger has under a key. */
record Standing(UUID commandId, byte[] hash, Answer answer) {}
