package dev.holdfast.gateway.deadletter;

import static dev.holdfast.gateway.deadletter.RedriveRequest.UUIDS;

import dev.holdfast.contracts.operations.DiscardDeadLetters;
import dev.holdfast.gateway.request.Text;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** The body of {@code POST /v1/dead-letters/discard}. */
@RegisterForReflection
record DiscardRequest(
        @Size(min = 1, max = 1000, message = "must have 1 to 1000 ids")
                List<
                                @NotNull(message = "must be an id")
                                @Pattern(regexp = UUIDS, message = "must be an id") String>
                        ids,
        @Valid LetterFilter filter,
        @Text(max = 500) String reason) {

    DiscardDeadLetters toCommand(UUID id, Choice choice, String by) {
        return new DiscardDeadLetters(id, choice.service(), choice.selection(), by, reason, 0);
    }
}
