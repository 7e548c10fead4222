package dev.holdfast.courier.parking;

import java.util.Map;
import java.util.UUID;

/**
 * A record that waits behind its key.
 *
 * @param sequence its version in the stream of its key; null if it has none
 * @param headers all of them, as text
 * @param body as it came
 */
public record ParkedMessage(
        UUID messageId, String key, Long sequence, Map<String, String> headers, byte[] body) {}
