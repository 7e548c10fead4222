package dev.holdfast.gateway.deadletter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * The answer to a discard or a cancel.
 *
 * @param commandId by which {@code /v1/commands/{id}} tells what became of it
 */
@RegisterForReflection
record LetterCommandAccepted(String status, UUID commandId) {

    static LetterCommandAccepted of(UUID commandId) {
        return new LetterCommandAccepted("accepted", commandId);
    }
}
