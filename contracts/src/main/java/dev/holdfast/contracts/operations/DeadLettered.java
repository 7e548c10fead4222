package dev.holdfast.contracts.operations;

import dev.holdfast.contracts.Event;
import java.util.UUID;

/**
 * A message was set aside after its handling failed for good.
 *
 * @param deadLetterId where to find it
 * @param service which service gave up
 * @param origin {@code queue} or {@code topic}
 * @param messageId of the message
 * @param type its type id
 * @param subject its key
 * @param reason the class of the failure
 * @param detail its message
 */
public record DeadLettered(
        UUID deadLetterId,
        String service,
        String origin,
        UUID messageId,
        String type,
        String subject,
        String reason,
        String detail)
        implements Event {

    @Override
    public String key() {
        return subject;
    }
}
