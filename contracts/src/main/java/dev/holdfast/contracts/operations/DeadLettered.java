package dev.holdfast.contracts.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A message was set aside after its handling failed for good, or once more after it was redriven.
 *
 * <p>It carries the message itself, because no service asks another: body and headers are cut to a
 * bounded length each, so that the event is always small enough for Kafka. The service that gave up
 * keeps them whole. They may hold personal data, so whoever shows them asks for the role.
 *
 * @param deadLetterId where to find it
 * @param service which service gave up
 * @param origin {@code queue}, {@code topic}, {@code unroutable} or {@code relay}
 * @param messageId of the message
 * @param type its type id
 * @param subject its key
 * @param reason the class of the failure
 * @param detail its message
 * @param version counts what happened to this letter, from 1
 * @param address the queue or topic it came from
 * @param firstFailedAt when it failed for the first time
 * @param tries the last tries, oldest first
 * @param headers of the message
 * @param payload the message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLettered(
        UUID deadLetterId,
        String service,
        String origin,
        UUID messageId,
        String type,
        String subject,
        String reason,
        String detail,
        Long version,
        String address,
        Instant firstFailedAt,
        List<FailedTry> tries,
        Map<String, String> headers,
        Payload payload)
        implements DeadLetterChange {

    /** As the first versions told it. */
    public DeadLettered(
            UUID deadLetterId,
            String service,
            String origin,
            UUID messageId,
            String type,
            String subject,
            String reason,
            String detail) {
        this(
                deadLetterId,
                service,
                origin,
                messageId,
                type,
                subject,
                reason,
                detail,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
