package dev.holdfast.gateway.ledger;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What became of a command, to be read. */
@Entity
@Immutable
@Table(name = "command_outcome")
public class CommandOutcome extends PanacheEntityBase {

    @Id
    @Column(name = "command_id")
    public UUID commandId;

    public String status;
    public String reason;
    public String detail;

    @Column(name = "decided_at")
    public Instant decidedAt;
}
