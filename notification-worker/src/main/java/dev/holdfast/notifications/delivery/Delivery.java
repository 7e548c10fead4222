package dev.holdfast.notifications.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One attempt to send a notification. */
@Entity
@Immutable
public class Delivery extends PanacheEntityBase {

    @Id public UUID id;

    @Column(name = "notification_id")
    public UUID notificationId;

    @Column(name = "attempted_at")
    public Instant attemptedAt;

    @Column(name = "latency_ms")
    public int latencyMillis;

    @Enumerated(EnumType.STRING)
    public DeliveryOutcome outcome;

    /** What the other side said, cut to what the table keeps. */
    public String answer;

    public static List<Delivery> of(UUID notificationId) {
        return list("notificationId = ?1 order by id", notificationId);
    }
}
