package dev.holdfast.gateway.deadletter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The message of a dead letter, to be read. */
@Entity
@Immutable
@Table(name = "dead_letter_message_view")
public class DeadMessageRow extends PanacheEntityBase {

    @Id public UUID id;

    /** A JSON object. */
    public String headers;

    public String payload;

    @Column(name = "payload_bytes")
    public long payloadBytes;

    @Column(name = "payload_whole")
    public boolean payloadWhole;
}
