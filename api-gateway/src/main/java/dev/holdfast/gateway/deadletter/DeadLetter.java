package dev.holdfast.gateway.deadletter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A dead letter as the API shows it.
 *
 * @param service which service gave up
 * @param origin {@code queue} or {@code topic}
 * @param type of the message, its type id
 * @param subject what the message is about
 * @param reason the class of the failure
 */
@RegisterForReflection
public record DeadLetter(
        UUID id,
        String service,
        String origin,
        UUID messageId,
        String type,
        String subject,
        String reason,
        String detail,
        Instant deadAt) {

    static DeadLetter of(DeadLetterRow row) {
        return new DeadLetter(
                row.id,
                row.service,
                row.origin,
                row.messageId,
                row.type,
                row.subject,
                row.reason,
                row.detail,
                row.deadAt);
    }
}
