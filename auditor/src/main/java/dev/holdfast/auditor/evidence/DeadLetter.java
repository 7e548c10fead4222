package dev.holdfast.auditor.evidence;

import java.util.UUID;

/**
 * A message that a service has set aside.
 *
 * @param messageId null if it had none that could be read
 * @param type null if it had none
 * @param state {@code dead} while nobody has seen to it
 */
public record DeadLetter(
        Service service, UUID id, UUID messageId, String type, String reason, String state) {}
