package dev.holdfast.gateway.schedule;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** A schedule of the view, to be read. */
@Entity
@Immutable
@Table(name = "schedule_view")
public class ScheduleRow extends PanacheEntityBase {

    @Id public String name;
    public long version;
    public String state;

    /** As JSON. */
    public String definition;

    @Column(name = "defined_at")
    public Instant definedAt;

    @Column(name = "next_fire_at")
    public Instant nextFireAt;

    @Column(name = "last_fire_at")
    public Instant lastFireAt;

    @Column(name = "last_outcome")
    public String lastOutcome;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /** The schedule, if there is one now. */
    static Optional<ScheduleRow> existing(String name) {
        return find("name = ?1 and version > 0 and state <> 'deleted'", name).firstResultOptional();
    }
}
