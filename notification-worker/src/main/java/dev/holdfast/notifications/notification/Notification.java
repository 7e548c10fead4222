package dev.holdfast.notifications.notification;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.rule.MailKind;
import dev.holdfast.notifications.rule.Notice;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A customer is to be told of an event, once. */
@Entity
public class Notification extends PanacheEntityBase {

    public static final String MAIL = "mail";

    @Id public UUID id;

    @Column(name = "event_id", updatable = false)
    public UUID eventId;

    @Column(updatable = false)
    public String channel;

    @Column(name = "customer_id", updatable = false)
    public String customerId;

    @Column(name = "order_id", updatable = false)
    public UUID orderId;

    @Column(updatable = false)
    public MailKind kind;

    /** An IETF language tag. */
    @Column(updatable = false)
    public String language;

    /** The event's stable code of why; null if it gives none. */
    @Column(updatable = false)
    public String reason;

    /** The number of the parcel it tells of; null if it tells of none. */
    @Column(updatable = false)
    public String tracking;

    /** The money it tells of, in minor units of the order's currency; null if of none. */
    @Column(updatable = false)
    public Long amount;

    @Enumerated(EnumType.STRING)
    public NotificationState state;

    /** The stable code of why it could not be sent; null if that did not happen. */
    public String failure;

    /** When it was sent or failed; null before. */
    @Column(name = "ended_at")
    public Instant endedAt;

    /** A mail to the customer of an order, in English. */
    public static Notification mail(UUID eventId, Notice notice, OrderContact order) {
        var notification = new Notification();
        notification.id = MessageIds.next();
        notification.eventId = eventId;
        notification.channel = MAIL;
        notification.customerId = order.customerId;
        notification.orderId = order.orderId;
        notification.kind = notice.kind();
        notification.language = "en";
        notification.reason = notice.reason();
        notification.tracking = notice.tracking();
        notification.amount = notice.amount();
        notification.state = NotificationState.PENDING;
        return notification;
    }

    public static List<Notification> ofEvents(Collection<UUID> eventIds) {
        return eventIds.isEmpty() ? List.of() : list("eventId in ?1", eventIds);
    }

    /** The notification as it is now, locked against others that would end it. */
    public static Notification lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What it tells. */
    public Notice notice() {
        return new Notice(kind, reason, tracking, amount);
    }

    public boolean pending() {
        return state == NotificationState.PENDING;
    }

    public void sent(Instant at) {
        state = NotificationState.SENT;
        endedAt = at;
    }

    public void failed(String code, Instant at) {
        state = NotificationState.FAILED;
        failure = code;
        endedAt = at;
    }
}
