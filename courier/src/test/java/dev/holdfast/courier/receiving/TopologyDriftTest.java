package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody has made a queue of ours otherwise. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TopologyDriftTest {

    private static final String QUEUE = Queues.retry(Service.ORDER_WORKER, "10m");
    private static final String DRIFT =
            "RabbitMQ's queue 'order-worker.commands.retry.10m' has x-dead-letter-exchange none where this version declares commands: delete it once it is empty";

    @TestHTTPResource("/q/health/ready")
    URL ready;

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;

    private Rabbit rabbit;

    @BeforeEach
    void connect() throws Exception {
        rabbit = new Rabbit();
        await().atMost(Duration.ofSeconds(30)).until(() -> rabbit.consumers() == 1);
    }

    @AfterEach
    void disconnect() throws Exception {
        rabbit.end();
    }

    @Test
    void isToldInASentenceAndEndsByItselfOnceTheQueueIsDeleted() throws Exception {
        script.play("drift", run -> run == 1 ? new IllegalStateException("Not yet.") : null);
        try (var log = new CapturedLog()) {
            rabbit.channel().queueDelete(QUEUE);
            rabbit.channel()
                    .queueDeclare(QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
            await().atMost(Duration.ofSeconds(60)).until(this::health, containsString(DRIFT));

            send("drift-meanwhile");
            awaitEffect("drift-meanwhile");
            Envelope retried = send("drift");
            await().until(() -> script.runs("drift") == 1);
            await().during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> drifts(log) == 1);
            assertEquals(1, script.runs("drift"));

            rabbit.channel().queueDelete(QUEUE);
            awaitEffect("drift");
            assertEquals(List.of("1"), copies(retried));
            await().until(this::health, health -> !health.contains("problem"));
            assertEquals(
                    List.of(),
                    log.complaints().stream().filter(line -> line.contains(" with ")).toList());
        }
    }

    private static long drifts(CapturedLog log) {
        return log.complaints().stream().filter(line -> line.contains(DRIFT)).count();
    }

    private Envelope send(String sku) throws Exception {
        var command = new AdjustStock(MessageIds.next(), sku, 1, "test");
        Envelope envelope = Messages.of(command);
        rabbit.send(envelope, json.writeValueAsBytes(command));
        return envelope;
    }

    private void awaitEffect(String sku) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(List.of("adjusted 1"), effects.of(sku)));
    }

    private List<String> copies(Envelope of) {
        return effects.column("SELECT count(*) FROM outbox WHERE message_id = ?", of.id());
    }

    private String health() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(ready.toURI()).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
