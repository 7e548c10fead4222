package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** The body of {@code POST /v1/dead-letters/redrive}. */
@RegisterForReflection
record RedriveRequest(
        @Size(min = 1, max = 1000, message = "must have 1 to 1000 ids")
                List<
                                @NotNull(message = "must be an id")
                                @Pattern(regexp = UUIDS, message = "must be an id") String>
                        ids,
        @Valid LetterFilter filter,
        Boolean dryRun,
        @Min(value = 1, message = "must be at least 1")
                @Max(value = 10_000, message = "must be at most 10000")
                Long ratePerSecond,
        @Text(max = 500) String reason) {

    /** An id as the API gives them out. */
    static final String UUIDS =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static final int USUAL_RATE = 50;

    RedriveDeadLetters toCommand(UUID id, Choice choice, String by) {
        return new RedriveDeadLetters(
                id,
                choice.service(),
                choice.selection(),
                Boolean.TRUE.equals(dryRun),
                ratePerSecond == null ? USUAL_RATE : ratePerSecond.intValue(),
                by,
                reason);
    }
}
