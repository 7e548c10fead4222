package dev.holdfast.devstack.thirdparty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the stand-ins look at it.
 *
 * @param path decoded, without the query
 * @param headers by lower-case name
 */
public record Request(
        String method, String path, Form query, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The body as {@code application/x-www-form-urlencoded}. */
    public Form form() {
        return Form.decode(body);
    }

    /**
     * The body as a JSON object; an empty body is an empty object.
     *
     * @throws BadRequest if it is anything else
     */
    public ObjectNode json() {
        try {
            JsonNode node = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new BadRequest("The body must be a JSON object.");
        } catch (JsonProcessingException e) {
            throw new BadRequest("The body is not JSON: %s.".formatted(e.getOriginalMessage()), e);
        }
    }
}
