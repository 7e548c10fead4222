package dev.holdfast.courier.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A dead letter that the current transaction holds: nobody else changes it until that ends.
 *
 * @param exchange through which it goes to its address; null for a topic
 * @param messageId null if it has none that can be read
 * @param type null if it has none
 * @param key null if it has none
 * @param reason the stable code of why it died last
 * @param sentAs under which message id it was sent again before; null if it was not
 */
public record HeldLetter(
        UUID id,
        String consumer,
        Origin origin,
        String exchange,
        String address,
        UUID messageId,
        String type,
        String key,
        Map<String, String> headers,
        byte[] body,
        String reason,
        UUID sentAs,
        Instant firstFailedAt) {

    /** Whether it is a record that waits behind its parked key, and is tried on. */
    boolean parked() {
        return origin == Origin.TOPIC && reason.equals(Reason.PARKED.code());
    }
}
