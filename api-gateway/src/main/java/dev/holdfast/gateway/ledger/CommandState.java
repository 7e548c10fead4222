package dev.holdfast.gateway.ledger;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.CommandType;
import java.time.Instant;
import java.util.UUID;

/**
 * A command as the API shows it.
 *
 * @param subject what it is about: an order id, a SKU
 * @param status {@code accepted}, {@code done}, {@code refused}, or {@code dead} if it was set
 *     aside after failing for good
 * @param reason a stable code, of a command that was not carried out
 */
public record CommandState(
        UUID id,
        String type,
        String subject,
        String status,
        String reason,
        String detail,
        Instant acceptedAt,
        Instant decidedAt) {

    static CommandState waiting(LedgerEntry entry) {
        return new CommandState(
                entry.commandId,
                name(entry),
                entry.subject,
                "accepted",
                null,
                null,
                entry.acceptedAt,
                null);
    }

    static CommandState decided(LedgerEntry entry, CommandOutcome outcome) {
        return new CommandState(
                entry.commandId,
                name(entry),
                entry.subject,
                outcome.status,
                outcome.reason,
                outcome.detail,
                entry.acceptedAt,
                outcome.decidedAt);
    }

    private static String name(LedgerEntry entry) {
        return Catalogue.command(entry.type).map(CommandType::name).orElse(entry.type);
    }
}
