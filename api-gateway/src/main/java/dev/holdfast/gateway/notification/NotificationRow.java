package dev.holdfast.gateway.notification;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A notification of the view with the reference of its order, to be read. */
@Entity
@Immutable
@Table(name = "notification_listed")
public class NotificationRow extends PanacheEntityBase {

    @Id public UUID id;

    @Column(name = "order_id")
    public UUID orderId;

    public String reference;

    @Column(name = "customer_id")
    public String customerId;

    public String kind;
    public String channel;
    public String status;
    public String reason;

    @Column(name = "sent_at")
    public Instant sentAt;
}
