package dev.holdfast.notifications.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * An attempt to send, as it ended.
 *
 * @param answer what the other side said, or why it said nothing
 */
public record Attempt(Instant at, Duration latency, DeliveryOutcome outcome, String answer) {}
