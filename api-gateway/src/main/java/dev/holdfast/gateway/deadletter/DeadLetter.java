package dev.holdfast.gateway.deadletter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A dead letter as a list shows it.
 *
 * @param service which service gave up
 * @param origin {@code queue}, {@code topic}, {@code unroutable} or {@code relay}
 * @param address the queue or topic it came from; null if that was not told
 * @param type of the message, its type id
 * @param subject what the message is about
 * @param reason the class of the failure
 * @param state {@code dead}, {@code redriven}, {@code resolved} or {@code discarded}
 * @param deadAt when it died last
 * @param changedAt when something happened to it last
 */
@RegisterForReflection
public record DeadLetter(
        UUID id,
        String service,
        String origin,
        String address,
        UUID messageId,
        String type,
        String subject,
        String reason,
        String detail,
        String state,
        Instant firstFailedAt,
        Instant deadAt,
        Instant changedAt) {

    static DeadLetter of(DeadLetterRow row) {
        return new DeadLetter(
                row.id,
                row.service,
                row.origin,
                row.address,
                row.messageId,
                row.type,
                row.subject,
                row.reason,
                row.detail,
                row.state,
                row.firstFailedAt,
                row.deadAt,
                row.changedAt);
    }
}
