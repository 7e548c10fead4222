package dev.holdfast.courier.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final ObjectMapper json =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final AttemptHeaders headers = new AttemptHeaders(json);

    @Test
    void theyTravelWithTheMessage() throws Exception {
        Attempts twice = failed(failed(Attempts.NONE, "first"), "second");
        Map<String, String> written =
                json.readValue(headers.write(twice), new TypeReference<>() {});
        assertEquals(twice, headers.read(written::get));
        assertEquals(2, twice.made());
        assertEquals(NOON, twice.firstFailedAt());
    }

    @Test
    void aMessageTriedForTheFirstTimeHasNone() {
        assertNull(headers.write(Attempts.NONE));
        assertEquals(Attempts.NONE, headers.read(_ -> null));
    }

    @Test
    void headersThatCannotBeReadCountAsNone() {
        assertEquals(Attempts.NONE, headers.read(_ -> "nonsense"));
        assertEquals(Attempts.NONE, headers.read(Map.of("holdfast-attempts", "3")::get));
    }

    @Test
    void theHistoryIsBoundedAndSoIsEachEntry() {
        Attempts many = Attempts.NONE;
        for (int i = 1; i <= 50; i++) {
            many = failed(many, i + "x".repeat(5_000) + "\0");
        }
        assertEquals(50, many.made());
        assertEquals(20, many.history().size());
        assertEquals(300, many.history().getLast().error().length());
        assertEquals(
                "IllegalStateException: 50x", many.history().getLast().error().substring(0, 26));
    }

    private static Attempts failed(Attempts before, String message) {
        return before.failed(NOON, FailureClass.TRANSIENT, new IllegalStateException(message));
    }
}
