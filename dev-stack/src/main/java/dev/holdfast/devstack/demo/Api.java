package dev.holdfast.devstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A JSON API that is asked again, with the same request, for as long as it cannot be reached. That
 * is safe because every request that changes something carries an idempotency key.
 */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(500);
    private static final Set<Integer> ASK_AGAIN = Set.of(409, 429, 500, 502, 503, 504);

    /** What was answered in the end. */
    record Reply(int status, JsonNode body) {

        boolean isGood() {
            return status / 100 == 2;
        }
    }

    private final String base;
    private final String token;
    private final Patience patience;
    private final Consumer<String> trouble;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /**
     * @param token null where none is asked for
     * @param trouble is told why a request has to be sent again
     */
    Api(String base, String token, Patience patience, Consumer<String> trouble) {
        this.base = base;
        this.token = token;
        this.patience = patience;
        this.trouble = trouble;
    }

    Reply get(String path) {
        return send("GET", path, null, null);
    }

    /**
     * Sends, and asks again until there is an answer that stands.
     *
     * @param key the idempotency key; null for a GET
     * @throws GaveUp if there is none while the patience lasts
     */
    Reply send(String method, String path, String body, String key) {
        HttpRequest request = request(method, path, body, key);
        while (true) {
            String why;
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (!ASK_AGAIN.contains(response.statusCode())) {
                    return new Reply(response.statusCode(), json(response.body()));
                }
                why = "%s answers %d".formatted(base, response.statusCode());
            } catch (IOException e) {
                why = "%s cannot be reached".formatted(base);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GaveUp("The demo was interrupted.", e);
            }
            trouble.accept(why + "; trying again");
            patience.pause(BEFORE_NEXT_TRY, why);
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path, String... query) {
        var items = new ArrayList<JsonNode>();
        String cursor = null;
        do {
            Reply page = get(path + queryOf(cursor, query));
            if (!page.isGood()) {
                throw new GaveUp("%s%s answers %s".formatted(base, path, page.body()));
            }
            page.body().path("items").forEach(items::add);
            cursor = page.body().path("next").asText(null);
        } while (cursor != null);
        return items;
    }

    private static String queryOf(String cursor, String... namesAndValues) {
        var query = new StringBuilder();
        BiConsumer<String, String> add =
                (name, value) ->
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, UTF_8));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            add.accept(namesAndValues[i], namesAndValues[i + 1]);
        }
        if (cursor != null) {
            add.accept("cursor", cursor);
        }
        return query.toString();
    }

    private HttpRequest request(String method, String path, String body, String key) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(10))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.build();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
