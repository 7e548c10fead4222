package dev.holdfast.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.gateway.deadletter.DeadLetterStory.Change;
import dev.holdfast.gateway.deadletter.DeadLetterStory.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells the whole story of a dead letter. */
@ApplicationScoped
class DeadLetterStories {

    private final ObjectMapper json;

    DeadLetterStories(ObjectMapper json) {
        this.json = json;
    }

    /** The story, if there is such a letter. */
    Optional<DeadLetterStory> find(UUID id) {
        return DeadLetterRow.<DeadLetterRow>findByIdOptional(id).map(this::story);
    }

    private DeadLetterStory story(DeadLetterRow row) {
        DeadMessageRow message = DeadMessageRow.findById(row.id);
        var history = DeadLetterChangeRow.of(row.id).stream().map(this::change).toList();
        return message == null
                ? DeadLetterStory.of(DeadLetter.of(row), null, null, history)
                : DeadLetterStory.of(
                        DeadLetter.of(row),
                        read(message.headers, new TypeReference<Map<String, String>>() {}),
                        new Message(message.payload, message.payloadBytes, message.payloadWhole),
                        history);
    }

    private Change change(DeadLetterChangeRow row) {
        return new Change(
                row.at,
                row.change,
                row.requestedBy,
                row.reason,
                row.detail,
                row.commandId,
                row.tries == null ? null : read(row.tries, new TypeReference<>() {}));
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The view has JSON that cannot be read.", e);
        }
    }
}
