package dev.holdfast.contracts.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A dead letter was given up.
 *
 * @param discardId the command that did
 * @param by who wanted it
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterDiscarded(
        UUID deadLetterId,
        String service,
        UUID messageId,
        String subject,
        Long version,
        UUID discardId,
        String by,
        String reason)
        implements DeadLetterChange {}
