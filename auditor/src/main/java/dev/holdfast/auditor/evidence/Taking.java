package dev.holdfast.auditor.evidence;

import java.util.UUID;

/**
 * A message that a service has taken in, as its inbox says.
 *
 * @param consumer {@code commands} or {@code events}
 */
public record Taking(Service receiver, String consumer, UUID messageId) {

    /** How a message would be noted by a receiver. */
    public static Taking of(Message message, Service receiver) {
        return new Taking(receiver, message.isCommand() ? "commands" : "events", message.id());
    }
}
