package dev.holdfast.contracts.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A dead letter was sent again, with a new budget of attempts. What comes of it is told later.
 *
 * @param redriveId the redrive that it is part of
 * @param by who wanted it
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterRedriven(
        UUID deadLetterId,
        String service,
        UUID messageId,
        String subject,
        Long version,
        UUID redriveId,
        String by,
        String reason)
        implements DeadLetterChange {}
