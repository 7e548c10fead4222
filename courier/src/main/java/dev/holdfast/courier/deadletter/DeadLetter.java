package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.message.Cause;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message whose handling failed for good, with everything that is needed to try it again.
 *
 * @param consumer who failed on it
 * @param origin how it came
 * @param address the queue or topic it came from; RabbitMQ's routing key if it came from no queue
 * @param messageId null if it has none that can be read
 * @param type null if it has none
 * @param key null if it has none
 * @param headers all of them, as text
 * @param body as it came
 * @param reason a stable code
 * @param detail what happened, for people
 * @param history the tries that failed, as a JSON array
 * @param firstFailedAt when the first of them did
 * @param cause the story that it belongs to
 * @param exchange through which it goes again to its address; null if that is a topic
 */
public record DeadLetter(
        String consumer,
        Origin origin,
        String address,
        UUID messageId,
        String type,
        String key,
        Map<String, String> headers,
        byte[] body,
        Reason reason,
        String detail,
        String history,
        Instant firstFailedAt,
        Cause cause,
        String exchange) {

    /** One that goes again the way that its origin says; not for what the relay gives up. */
    public DeadLetter(
            String consumer,
            Origin origin,
            String address,
            UUID messageId,
            String type,
            String key,
            Map<String, String> headers,
            byte[] body,
            Reason reason,
            String detail,
            String history,
            Instant firstFailedAt,
            Cause cause) {
        this(
                consumer,
                origin,
                address,
                messageId,
                type,
                key,
                headers,
                body,
                reason,
                detail,
                history,
                firstFailedAt,
                cause,
                origin.exchange());
    }
}
