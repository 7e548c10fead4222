package dev.holdfast.devstack.thirdparty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a stand-in does with a request: it replies, or it hangs up on the caller. */
public sealed interface Answer {

    /**
     * A JSON reply.
     *
     * @param body null for a reply without a body
     */
    record Reply(int status, Map<String, String> headers, JsonNode body) implements Answer {

        public Reply(int status, JsonNode body) {
            this(status, Map.of(), body);
        }

        public Reply with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }

    /** The connection closes without a reply. */
    record HangUp() implements Answer {}

    /** {@code 200} with this body. */
    static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    /** {@code 204}. */
    static Reply done() {
        return new Reply(204, null);
    }

    /** A refusal in the words of the stand-in's own administration: {@code {"error": "..."}}. */
    static Reply refused(int status, String sentence) {
        return new Reply(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }
}
