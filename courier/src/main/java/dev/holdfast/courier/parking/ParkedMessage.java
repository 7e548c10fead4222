package dev.holdfast.courier.parking;

import java.util.Map;
import java.util.UUID;

/**
 * A record that waits behind its key.
 *
 * @param headers all of them, as text
 * @param body as it came
 */
public record ParkedMessage(UUID messageId, Map<String, String> headers, byte[] body) {}
