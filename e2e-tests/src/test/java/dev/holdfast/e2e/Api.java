package dev.holdfast.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The suite's API, as a merchant's client uses it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SETTLED =
            Set.of("confirmed", "rejected", "declined", "expired");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    public Api(Suite suite) throws IOException, InterruptedException {
        this(suite, "merchant", "m-1");
    }

    /** In another role. */
    public Api(Suite suite, String role, String subject) throws IOException, InterruptedException {
        this(suite.address("/services/api-gateway/url"), suite.token(role, subject));
    }

    private Api(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** The same at another gateway. */
    public Api at(String gateway) {
        return new Api(gateway, token);
    }

    /** An answer: its status, its body. */
    public record Answer(int status, JsonNode body) {}

    /** Puts an item into the catalogue and waits until the API shows it. */
    public void item(String sku, long price, long stock) throws IOException, InterruptedException {
        String body =
                """
                {"name": "Item %s", "prices": {"EUR": %d}, "stock": %d}"""
                        .formatted(sku, price, stock);
        Answer answer =
                send(request("/v1/items/" + sku).PUT(BodyPublishers.ofString(body)).build());
        if (answer.status() != 202) {
            throw new IllegalStateException("Item refused: " + answer);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get("/v1/items/" + sku).body().path("onHand").asLong() == stock);
    }

    /** Places an order for one item. */
    public Answer place(String key, String sku, int quantity, String paymentMethod)
            throws IOException, InterruptedException {
        String body =
                """
                {"reference": "%s", "customer": {"id": "c-1", "name": "Ada", "email": "ada@example.org"},
                 "currency": "EUR", "lines": [{"sku": "%s", "quantity": %d}],
                 "payment": {"method": "%s"}}"""
                        .formatted(key, sku, quantity, paymentMethod);
        return send(
                request("/v1/orders")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** Asks something of an order; returns what became of it once that is decided. */
    JsonNode ask(String order, String step, String body) throws IOException, InterruptedException {
        Answer answer = post("/v1/orders/%s/%s".formatted(order, step), body);
        if (answer.status() != 202) {
            throw new IllegalStateException("Not accepted: " + answer);
        }
        String command = answer.body().get("commandId").textValue();
        return Awaitility.await("command " + command)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> get("/v1/commands/" + command).body(),
                        state -> !"accepted".equals(state.path("status").asText()));
    }

    /** Places an order, with the same key again until the API can be reached; returns its id. */
    public String placeSurely(String key, String sku, int quantity, String paymentMethod) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            try {
                                Answer answer = place(key, sku, quantity, paymentMethod);
                                return answer.status() == 202
                                        ? answer.body().get("id").textValue()
                                        : null;
                            } catch (ConnectException e) {
                                return null;
                            } catch (IOException e) {
                                // The connection broke in the middle: the same key tells.
                                return null;
                            }
                        },
                        id -> id != null);
    }

    /** Waits until an order has its outcome, and returns it. */
    public JsonNode settled(String id, Duration patience) {
        return Awaitility.await("order " + id)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> get("/v1/orders/" + id).body(),
                        order -> SETTLED.contains(order.path("status").asText()));
    }

    /** Puts an item into the catalogue; it is there a little later. */
    public Answer define(String sku, long price) throws IOException, InterruptedException {
        String body =
                """
                {"name": "Item %s", "prices": {"EUR": %d}}"""
                        .formatted(sku, price);
        return send(request("/v1/items/" + sku).PUT(BodyPublishers.ofString(body)).build());
    }

    /** Adds to the stock of an item; the same key adds once. */
    public Answer adjust(String key, String sku, long delta)
            throws IOException, InterruptedException {
        String body =
                """
                {"delta": %d, "reason": "delivery"}"""
                        .formatted(delta);
        return send(
                request("/v1/items/%s/stock".formatted(sku))
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** Asks for something under a key of its own. */
    public Answer post(String path, String body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** Asks one of the sandboxes, or a service's management side. */
    public static JsonNode json(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return JSON.readTree(
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
