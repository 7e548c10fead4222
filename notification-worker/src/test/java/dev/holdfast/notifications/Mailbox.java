package dev.holdfast.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the mail server got, and how it is told to misbehave. */
@ApplicationScoped
public class Mailbox {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final ObjectMapper json;

    Mailbox(@ConfigProperty(name = "test.mailbox") String url, ObjectMapper json) {
        this.url = url;
        this.json = json;
    }

    /** The mails about this order, in full. */
    public List<JsonNode> about(UUID order) {
        List<JsonNode> mails = new ArrayList<>();
        for (JsonNode mail : get("/mails?order=" + order).get("items")) {
            mails.add(get("/mails/" + mail.get("id").asText()));
        }
        return mails;
    }

    /** The next so many requests meet the fault. */
    public void misbehave(String mode, int times) {
        post("{\"mode\": \"%s\", \"for\": %d}".formatted(mode, times));
    }

    /** Every request meets the fault, until {@link #behave}. */
    public void misbehave(String mode) {
        post("{\"mode\": \"%s\"}".formatted(mode));
    }

    public void behave() {
        send(HttpRequest.newBuilder(URI.create(url + "/faults")).DELETE());
    }

    private JsonNode get(String path) {
        try {
            return json.readTree(send(HttpRequest.newBuilder(URI.create(url + path)).GET()));
        } catch (IOException e) {
            throw new IllegalStateException("The mailbox answers no JSON.", e);
        }
    }

    private void post(String body) {
        send(
                HttpRequest.newBuilder(URI.create(url + "/faults"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("The mailbox answers " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("The mailbox does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }
}
