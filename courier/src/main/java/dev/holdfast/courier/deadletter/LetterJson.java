package dev.holdfast.courier.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.operations.FailedTry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a dead letter has as JSON: its headers and its history. */
@ApplicationScoped
class LetterJson {

    private final ObjectMapper json;

    LetterJson(ObjectMapper json) {
        this.json = json;
    }

    /** Headers as the object that a column takes. */
    String headers(Map<String, String> headers) {
        var storable = new TreeMap<String, String>();
        headers.forEach((name, value) -> storable.put(storable(name), storable(value)));
        try {
            return json.writeValueAsString(storable);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Headers cannot be written as JSON.", e);
        }
    }

    Map<String, String> headers(String object) {
        return read(object, new TypeReference<>() {});
    }

    /** The tries in a history that has nothing else yet. */
    List<FailedTry> tries(String history) {
        return read(history, new TypeReference<>() {});
    }

    /** Postgres keeps no zero character in a text. */
    static String storable(String text) {
        return text == null ? null : text.replace("\0", "");
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A dead letter has JSON that cannot be read.", e);
        }
    }
}
