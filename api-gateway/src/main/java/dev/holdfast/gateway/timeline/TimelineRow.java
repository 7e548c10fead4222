package dev.holdfast.gateway.timeline;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A line of a timeline, to be read. */
@Entity
@Immutable
@Table(name = "timeline")
@IdClass(TimelineRow.Key.class)
public class TimelineRow extends PanacheEntityBase {

    @Id
    @Column(name = "order_id")
    public UUID orderId;

    @Id
    @Column(name = "event_id")
    public UUID eventId;

    public Instant at;
    public String type;
    public String source;
    public Long sequence;
    public String detail;

    /** All that is known of an order, as it happened. */
    static List<TimelineRow> of(UUID order) {
        return list("orderId = ?1 order by at, sequence nulls first, eventId", order);
    }

    /** The line's place. */
    public record Key(UUID orderId, UUID eventId) {}
}
