package dev.holdfast.courier.handler;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads the body of a message. Fields that this build does not know are left out. */
@ApplicationScoped
public class BodyReader {

    private final ObjectMapper json;

    BodyReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The body as its record.
     *
     * @throws PermanentFailure if it is not the JSON of one; the message says where it is not
     */
    public <M> M read(byte[] body, Class<M> type) {
        try {
            M read =
                    json.readerFor(type)
                            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .readValue(body);
            if (read == null) {
                throw new PermanentFailure("The body is null.");
            }
            return read;
        } catch (IOException e) {
            throw new PermanentFailure("The body cannot be read: " + e.getMessage(), e);
        }
    }
}
