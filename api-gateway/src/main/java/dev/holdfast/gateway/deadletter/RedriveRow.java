package dev.holdfast.gateway.deadletter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A redrive of the view, to be read. */
@Entity
@Immutable
@Table(name = "redrive_view")
public class RedriveRow extends PanacheEntityBase {

    @Id public UUID id;
    public String service;
    public String state;

    /** A JSON object. */
    public String selection;

    @Column(name = "dry_run")
    public boolean dryRun;

    @Column(name = "rate_per_second")
    public int ratePerSecond;

    @Column(name = "requested_by")
    public String requestedBy;

    public String reason;
    public long matched;

    /** A JSON array. */
    public String first;

    public long redriven;
    public long resolved;
    public long skipped;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "finished_at")
    public Instant finishedAt;

    @Column(name = "canceled_by")
    public String canceledBy;

    @Column(name = "cancel_reason")
    public String cancelReason;
}
