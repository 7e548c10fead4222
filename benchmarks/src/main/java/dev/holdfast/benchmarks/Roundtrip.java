package dev.holdfast.benchmarks;

import dev.holdfast.devstack.stack.Stack;
import dev.holdfast.devstack.token.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** From the request to the confirmed order as the view has it, one order after the other. */
final class Roundtrip implements Benchmark {

    private static final int WARM_UP = 300;
    private static final int ORDERS = 300;
    private static final double MILLI = 1_000_000.0;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String id() {
        return "roundtrip";
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found)
            throws IOException, InterruptedException {
        Stack stack = ground.stack();
        String api = stack.gateway().url() + "/v1";
        String token = stack.tokens().issue(Role.named("merchant"), "bench");
        String sku = "BENCH-" + UUID.randomUUID();
        defineItem(api, token, sku);

        var taken = new Histogram(3);
        for (int i = 0; i < WARM_UP + ORDERS; i++) {
            long nanos = place(api, token, sku);
            if (i >= WARM_UP) {
                taken.recordValue(nanos);
            }
        }
        Map<String, Object> inputs = Map.of("orders", ORDERS, "warmUp", WARM_UP, "clients", 1);
        found.accept(
                Result.atMost(
                        40,
                        id(),
                        "POST to confirmed, p50, ms",
                        taken.getValueAtPercentile(50) / MILLI,
                        inputs));
        found.accept(
                Result.atMost(
                        150,
                        id(),
                        "POST to confirmed, p99, ms",
                        taken.getValueAtPercentile(99) / MILLI,
                        inputs));
    }

    private void defineItem(String api, String token, String sku)
            throws IOException, InterruptedException {
        String body =
                """
                {"name": "Benchmark", "prices": {"EUR": 100}, "stock": 1000000}""";
        var put = request(api + "/items/" + sku, token).PUT(BodyPublishers.ofString(body)).build();
        expect(202, http.send(put, BodyHandlers.ofString()));
        var get = request(api + "/items/" + sku, token).GET().build();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (http.send(get, BodyHandlers.ofString()).statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The item did not reach the API within 30 s.");
            }
            Thread.onSpinWait();
        }
    }

    /** Returns how long it took, in nanoseconds. */
    private long place(String api, String token, String sku)
            throws IOException, InterruptedException {
        String body =
                """
                {"reference": "bench", "currency": "EUR",
                 "customer": {"id": "c-1", "name": "Ada", "email": "ada@example.org"},
                 "lines": [{"sku": "%s", "quantity": 1}], "payment": {"method": "pm_card_visa"}}"""
                        .formatted(sku);
        var post =
                request(api + "/orders", token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Prefer", "wait=20")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
        long nanos = System.nanoTime() - start;
        expect(200, answer);
        return nanos;
    }

    private static HttpRequest.Builder request(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "%s answered %d: %s"
                            .formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
    }
}
