package dev.holdfast.auditor.evidence;

import java.time.Instant;

/**
 * A mail that the mail server has.
 *
 * @param receivedAt when it came first
 * @param received how often it came under this Message-ID
 */
public record Mail(String messageId, String orderId, Instant receivedAt, int received) {}
