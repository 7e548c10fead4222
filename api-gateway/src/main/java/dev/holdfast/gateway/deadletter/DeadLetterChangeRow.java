package dev.holdfast.gateway.deadletter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that happened to a dead letter, to be read. */
@Entity
@Immutable
@Table(name = "dead_letter_change_view")
public class DeadLetterChangeRow extends PanacheEntityBase {

    @Id
    @Column(name = "event_id")
    public UUID eventId;

    @Column(name = "dead_letter_id")
    public UUID deadLetterId;

    public long version;
    public Instant at;
    public String change;

    @Column(name = "requested_by")
    public String requestedBy;

    public String reason;
    public String detail;

    @Column(name = "command_id")
    public UUID commandId;

    /** A JSON array; null if it is not about tries. */
    public String tries;

    /** What happened to a letter, in order. */
    static List<DeadLetterChangeRow> of(UUID letter) {
        return list("deadLetterId = ?1 order by version", letter);
    }
}
