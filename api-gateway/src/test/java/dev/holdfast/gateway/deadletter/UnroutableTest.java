package dev.holdfast.gateway.deadletter;

import static dev.holdfast.gateway.Clients.operator;
import static dev.holdfast.gateway.Clients.posting;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.Queues;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.outbox.Row;
import dev.holdfast.gateway.TestStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The whole way of a dead letter, over both brokers: the command that no queue is bound for, the
 * letter, the view, the redrive, the discard.
 */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class UnroutableTest {

    private static final Duration LONG = Duration.ofSeconds(90);

    @Inject Outbox outbox;

    private final UUID message = MessageIds.next();
    private final String subject = "nobody-" + message;

    @Test
    void isShownRedrivenAndDiscarded() {
        send();
        await().atMost(LONG).untilAsserted(() -> assertEquals(List.of("dead"), states()));
        String id = operator().get("/v1/dead-letters?subject=" + subject).path("items[0].id");
        operator()
                .get("/v1/dead-letters/" + id)
                .then()
                .body("origin", equalTo("unroutable"))
                .body("reason", equalTo("unroutable"))
                .body("service", equalTo("api-gateway"))
                .body("messageId", equalTo(message.toString()))
                .body("payload.text", equalTo("{\"a\": 1}"));

        String redrive =
                posting(operator())
                        .body("{\"ids\": [\"%s\"], \"reason\": \"Try.\"}".formatted(id))
                        .post("/v1/dead-letters/redrive")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        await().atMost(LONG)
                .untilAsserted(
                        () ->
                                operator()
                                        .get("/v1/redrives/" + redrive)
                                        .then()
                                        .body("state", equalTo("completed"))
                                        .body("redriven", equalTo(1)));
        await().atMost(LONG)
                .untilAsserted(
                        () -> {
                            List<String> changes = changes(id);
                            assertEquals(2, changes.stream().filter("dead"::equals).count());
                            assertEquals("dead", changes.getLast());
                        });

        posting(operator())
                .body(
                        """
                        {"filter": {"service": "api-gateway", "subject": "%s"}, "reason": "Nobody wants it."}
                        """
                                .formatted(subject))
                .post("/v1/dead-letters/discard")
                .then()
                .statusCode(202);
        await().atMost(LONG).untilAsserted(() -> assertEquals(List.of("discarded"), states()));
        operator().get("/v1/dead-letters/" + id).then().body("history.by", hasItem("ops-1"));
    }

    private void send() {
        var row =
                new Row(
                        Broker.RABBITMQ,
                        Queues.COMMANDS,
                        "nobody.Nothing",
                        message,
                        "holdfast.nobody.Nothing.v1",
                        "/api-gateway",
                        subject,
                        null,
                        null,
                        message,
                        null,
                        null,
                        null,
                        "{\"a\": 1}");
        QuarkusTransaction.requiringNew().run(() -> outbox.write(row));
    }

    private List<String> states() {
        return operator().get("/v1/dead-letters?subject=" + subject).path("items.state");
    }

    private static List<String> changes(String id) {
        return operator().get("/v1/dead-letters/" + id).path("history.change");
    }
}
