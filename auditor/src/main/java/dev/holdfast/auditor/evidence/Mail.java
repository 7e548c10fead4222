package dev.holdfast.auditor.evidence;

/**
 * A mail that the mail server has.
 *
 * @param received how often it came under this Message-ID
 */
public record Mail(String messageId, String orderId, int received) {}
