package dev.holdfast.gateway.notification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A notification as the API shows it.
 *
 * @param reference of the order; null as long as the gateway has not been told of the order
 * @param kind which template, for instance {@code order-confirmed}
 * @param status {@code sent} or {@code failed}
 * @param reason a stable code, of one that failed
 */
@RegisterForReflection
public record Notification(
        UUID id,
        UUID orderId,
        String reference,
        String kind,
        String channel,
        String status,
        String reason,
        Instant sentAt) {

    static Notification of(NotificationRow row) {
        return new Notification(
                row.id,
                row.orderId,
                row.reference,
                row.kind,
                row.channel,
                row.status,
                row.reason,
                row.sentAt);
    }
}
