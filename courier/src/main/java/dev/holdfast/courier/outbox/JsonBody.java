package dev.holdfast.courier.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the body of a message. */
@ApplicationScoped
public class JsonBody {

    private final ObjectMapper mapper;

    JsonBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The message as JSON.
     *
     * @throws IllegalArgumentException if it cannot be written, which is a defect of its record
     */
    public String write(Object message) {
        try {
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s cannot be written as JSON.".formatted(message.getClass().getName()), e);
        }
    }
}
