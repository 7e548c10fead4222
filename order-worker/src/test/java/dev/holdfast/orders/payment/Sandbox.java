package dev.holdfast.orders.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other side of the payment provider: its books, and its bad days. */
@ApplicationScoped
public class Sandbox {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json;
    private final URI url;

    Sandbox(ObjectMapper json, @ConfigProperty(name = "holdfast.payments.url") URI url) {
        this.json = json;
        this.url = url;
    }

    /** How many payments hold money for this order: more than one is one too many. */
    public long live(UUID orderId) {
        return order(orderId).path("live").asLong();
    }

    /** What was taken for this order. */
    public long captured(UUID orderId) {
        return order(orderId).path("captured").asLong();
    }

    /** What of it was given back. */
    public long refunded(UUID orderId) {
        return order(orderId).path("refunded").asLong();
    }

    private JsonNode order(UUID orderId) {
        return read(request("/sandbox/books?order_id=" + orderId).GET()).path("orders").path(0);
    }

    /** Every request meets this from now on. */
    public void suffer(String mode) {
        read(
                request("/sandbox/faults")
                        .POST(BodyPublishers.ofString("{\"mode\": \"%s\"}".formatted(mode))));
    }

    public void recover() {
        read(request("/sandbox/faults").DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path));
    }

    private JsonNode read(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
