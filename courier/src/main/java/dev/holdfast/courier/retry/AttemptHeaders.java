package dev.holdfast.courier.retry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** {@link Attempts} as the headers of a message. */
@ApplicationScoped
public class AttemptHeaders {

    private static final Logger LOG = Logger.getLogger(AttemptHeaders.class);

    private static final String MADE = "holdfast-attempts";
    private static final String FIRST_FAILED = "holdfast-first-failed";
    private static final String HISTORY = "holdfast-history";

    private final ObjectMapper json;

    AttemptHeaders(ObjectMapper json) {
        this.json = json;
    }

    /** The headers as the JSON object that an outbox row takes. */
    public String write(Attempts attempts) {
        if (attempts.made() == 0) {
            return null;
        }
        return text(
                Map.of(
                        MADE, String.valueOf(attempts.made()),
                        FIRST_FAILED, attempts.firstFailedAt().toString(),
                        HISTORY, text(attempts.history())));
    }

    /** The tries as JSON. */
    public String history(Attempts attempts) {
        return text(attempts.history());
    }

    /**
     * What the message has been through. Headers that cannot be read count as none: it is better to
     * try too often than to give up for the sake of a counter.
     *
     * @param header gives a header's text, or null
     */
    public Attempts read(Function<String, String> header) {
        String made = header.apply(MADE);
        if (made == null) {
            return Attempts.NONE;
        }
        try {
            List<Attempt> history = json.readValue(header.apply(HISTORY), new TypeReference<>() {});
            return new Attempts(
                    Integer.parseInt(made), Instant.parse(header.apply(FIRST_FAILED)), history);
        } catch (JsonProcessingException
                | DateTimeException
                | IllegalArgumentException
                | NullPointerException e) {
            LOG.warnf("A message's earlier attempts cannot be read: %s", e.getMessage());
            return Attempts.NONE;
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Attempts cannot be written as JSON.", e);
        }
    }
}
