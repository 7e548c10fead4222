package dev.holdfast.contracts.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A redrive is over: it sends nothing more.
 *
 * @param state {@code completed} or {@code canceled}
 * @param redriven how many were sent again
 * @param resolved how many had been handled meanwhile, so that nothing had to be sent
 * @param skipped how many cannot be sent and stay dead
 * @param canceledBy who canceled it; null if nobody did
 * @param cancelReason why; null if nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RedriveFinished(
        UUID redriveId,
        String service,
        String state,
        long redriven,
        long resolved,
        long skipped,
        String canceledBy,
        String cancelReason)
        implements RedriveChange {}
