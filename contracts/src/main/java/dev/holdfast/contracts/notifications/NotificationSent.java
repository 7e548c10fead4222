package dev.holdfast.contracts.notifications;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/**
 * A customer was told of something, once.
 *
 * @param kind which template, for instance {@code order-confirmed}
 * @param channel {@code mail}
 * @param customerId whom; never an address
 */
public record NotificationSent(
        UUID notificationId, UUID orderId, String kind, String channel, String customerId)
        implements Event {

    @Override
    public String key() {
        return orderId.toString();
    }
}
