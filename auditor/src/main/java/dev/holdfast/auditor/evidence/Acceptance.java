package dev.holdfast.auditor.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A command that a client was told is accepted.
 *
 * @param outcome what the ledger says became of it; null if nothing yet
 */
public record Acceptance(
        UUID commandId, String type, String subject, Instant acceptedAt, String outcome) {}
