package dev.holdfast.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.gateway.ledger.LedgerEntry;
import dev.holdfast.gateway.listing.Key;
import dev.holdfast.gateway.listing.Listing;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Redrives: from the view, and from the ledger before that. */
@ApplicationScoped
class Redrives {

    private final EntityManager database;
    private final ObjectMapper json;

    Redrives(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One redrive, from the moment it is accepted. */
    Optional<Redrive> find(UUID id) {
        return RedriveRow.<RedriveRow>findByIdOptional(id).map(this::shown).or(() -> accepted(id));
    }

    /** Those that have started, newest first. */
    Page<Redrive> list(PageRequest request) {
        return listing().read(database, request).map(this::shown);
    }

    static Listing<RedriveRow> listing() {
        return Listing.of(RedriveRow.class, "redrive_view")
                .descending(
                        List.of(
                                Key.instant("started_at", row -> row.startedAt),
                                Key.uuid("id", row -> row.id)));
    }

    /** A redrive's id is that of its command. */
    private Optional<Redrive> accepted(UUID id) {
        return LedgerEntry.visible(id, Optional.empty())
                .filter(
                        entry ->
                                Catalogue.command(entry.type)
                                        .filter(type -> type.body() == RedriveDeadLetters.class)
                                        .isPresent())
                .map(entry -> read(entry.answerBody, new TypeReference<>() {}));
    }

    private Redrive shown(RedriveRow row) {
        return new Redrive(
                row.id,
                row.service,
                row.state,
                read(row.selection, new TypeReference<Redrive.Selection>() {}),
                row.dryRun,
                row.ratePerSecond,
                row.requestedBy,
                row.reason,
                row.matched,
                read(row.first, new TypeReference<List<UUID>>() {}),
                row.redriven,
                row.resolved,
                row.skipped,
                row.startedAt,
                row.updatedAt,
                row.finishedAt,
                row.canceledBy,
                row.cancelReason);
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The view has JSON that cannot be read.", e);
        }
    }
}
