package dev.holdfast.contracts.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * What a dead letter asked for has happened after all.
 *
 * @param how {@code handled}: the message was taken in; {@code drained}: its parked key goes on;
 *     {@code sent}: it is with its broker
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterResolved(
        UUID deadLetterId, String service, UUID messageId, String subject, Long version, String how)
        implements DeadLetterChange {}
