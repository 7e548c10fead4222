package dev.holdfast.devstack.mail;

import java.time.Instant;
import java.util.List;

/**
 * A mail in the box.
 *
 * @param id of this server; grows with every mail
 * @param messageId as its sender wrote it; null if it has none
 * @param from as its sender wrote it
 * @param to whom it was delivered to
 * @param orderId of the header {@code X-Holdfast-Order}; null if it has none
 * @param receivedAt when it came first
 * @param received how often it came
 */
record Mail(
        String id,
        String messageId,
        String from,
        List<String> to,
        String subject,
        String orderId,
        Instant receivedAt,
        int received) {

    Mail again() {
        return new Mail(id, messageId, from, to, subject, orderId, receivedAt, received + 1);
    }

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }

    boolean isAbout(String part) {
        return subject != null && subject.contains(part);
    }
}
