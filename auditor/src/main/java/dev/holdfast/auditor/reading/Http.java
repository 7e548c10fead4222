package dev.holdfast.auditor.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.auditor.UnreadableEvidence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks for JSON. */
final class Http {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Http() {}

    /**
     * Asks.
     *
     * @param who for the message if there is no answer
     * @param headers names and values in turn
     */
    static JsonNode get(String who, String url, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
            if (headers.length > 0) {
                request.headers(headers);
            }
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("%s answered %d.".formatted(url, answer.statusCode()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UnreadableEvidence("%s cannot be read: %s".formatted(who, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableEvidence("Interrupted while reading %s.".formatted(who), e);
        }
    }
}
