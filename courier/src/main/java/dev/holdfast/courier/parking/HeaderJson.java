package dev.holdfast.courier.parking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The headers of a parked record as the JSON object that its row has. */
@ApplicationScoped
class HeaderJson {

    private final ObjectMapper json;

    HeaderJson(ObjectMapper json) {
        this.json = json;
    }

    /** Postgres keeps no zero character in a text. */
    String write(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Headers cannot be written as JSON.", e);
        }
    }

    Map<String, String> read(String headers) {
        try {
            return json.readValue(headers, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A parked record's headers are no JSON object.", e);
        }
    }
}
