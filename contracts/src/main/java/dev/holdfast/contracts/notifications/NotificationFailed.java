package dev.holdfast.contracts.notifications;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/**
 * A customer could not be told, and will not be.
 *
 * @param reason a stable code, for instance {@code recipient_refused}
 */
public record NotificationFailed(
        UUID notificationId, UUID orderId, String kind, String channel, String reason)
        implements Event {

    @Override
    public String key() {
        return orderId.toString();
    }
}
