package dev.holdfast.gateway.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An accepted command, to be read. */
@Entity
@Immutable
@Table(name = "ledger")
public class LedgerEntry extends PanacheEntityBase {

    @Id
    @Column(name = "command_id")
    public UUID commandId;

    public String type;
    public String subject;
    public String owner;
    public String caller;

    @Column(name = "answer_body")
    public String answerBody;

    @Column(name = "accepted_at")
    public Instant acceptedAt;

    /**
     * The command, if it was accepted and may be seen.
     *
     * @param onlyCustomer who has to be its owner or sender; empty if that does not matter
     */
    public static Optional<LedgerEntry> visible(UUID commandId, Optional<String> onlyCustomer) {
        return onlyCustomer
                .map(
                        own ->
                                LedgerEntry.<LedgerEntry>find(
                                        "commandId = ?1 and (owner = ?2 or caller = ?2)",
                                        commandId,
                                        own))
                .orElseGet(() -> find("commandId", commandId))
                .firstResultOptional();
    }
}
