package dev.holdfast.contracts.notifications;

import dev.holdfast.contracts.Command;
import java.util.UUID;

/** Send a mail that was decided on. Sent by the notification-worker to itself. */
public record SendMail(UUID notificationId) implements Command {

    @Override
    public String key() {
        return notificationId.toString();
    }
}
