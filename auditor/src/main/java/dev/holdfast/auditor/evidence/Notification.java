package dev.holdfast.auditor.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a customer is to be told.
 *
 * @param state {@code pending}, {@code sent} or {@code failed}
 */
public record Notification(UUID id, UUID orderId, String kind, String state, Instant createdAt) {}
