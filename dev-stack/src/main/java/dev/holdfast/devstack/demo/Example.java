package dev.holdfast.devstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request to place an order, made this run's own.
 *
 * @param body as it is sent, which need not be JSON
 */
record Example(String key, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** From a line of the file; one that is no JSON is sent as it stands, and will be refused. */
    static Example of(String line, int number, RunId run) {
        JsonNode json = parsed(line);
        if (json == null || !(json.get("order") instanceof ObjectNode order)) {
            return new Example(run.key("line-" + number), line);
        }
        order.put("reference", run.reference(order.path("reference").asText()));
        for (JsonNode ordered : order.path("lines")) {
            ((ObjectNode) ordered).put("sku", run.sku(ordered.path("sku").asText()));
        }
        return new Example(run.key(json.path("idempotencyKey").asText()), order.toString());
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            // One line of the file is broken on purpose: it shows what the API says to that.
            return null;
        }
    }
}
