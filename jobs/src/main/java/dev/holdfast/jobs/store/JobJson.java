package dev.holdfast.jobs.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Inputs and checkpoints as JSON. */
@ApplicationScoped
public class JobJson {

    private final ObjectMapper mapper;

    JobJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @throws IllegalArgumentException if the value cannot be written
     */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s cannot be kept as JSON.".formatted(value.getClass().getName()), e);
        }
    }

    /**
     * @throws IllegalArgumentException if the JSON is not of this type
     */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "What is kept of the job cannot be read as %s.".formatted(type.getName()), e);
        }
    }
}
