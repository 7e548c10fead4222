package dev.holdfast.gateway.ledger;

import dev.holdfast.contracts.Command;
import java.time.Instant;
import java.util.UUID;

/**
 * What accepting a request means.
 *
 * @param commandId a UUIDv7; the command's message id
 * @param command what will be done
 * @param owner the customer it concerns; null if it concerns none
 * @param answer what the client is told
 */
public record Acceptance(
        UUID commandId, Command command, String owner, Answer answer, Instant acceptedAt) {}
