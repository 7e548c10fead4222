package dev.holdfast.gateway.deadletter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A dead letter of the view, to be read. */
@Entity
@Immutable
@Table(name = "dead_letter_view")
public class DeadLetterRow extends PanacheEntityBase {

    @Id public UUID id;
    public String service;
    public String origin;
    public String address;

    @Column(name = "message_id")
    public UUID messageId;

    public String type;
    public String subject;
    public String reason;
    public String detail;
    public String state;

    @Column(name = "first_failed_at")
    public Instant firstFailedAt;

    @Column(name = "dead_at")
    public Instant deadAt;

    @Column(name = "changed_at")
    public Instant changedAt;
}
