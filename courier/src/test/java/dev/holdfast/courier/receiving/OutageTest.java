package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.devstack.stack.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class OutageTest {

    private static final int MANY = 40;

    @TestHTTPResource("/q/health/ready")
    URL ready;

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;

    private final List<UUID> sent = new ArrayList<>();
    private Rabbit rabbit;
    private Kafka kafka;

    @BeforeEach
    void connect() throws Exception {
        rabbit = new Rabbit();
        kafka = new Kafka();
    }

    @AfterEach
    void disconnect() throws Exception {
        rabbit.end();
        kafka.end();
    }

    @Test
    void whilePostgresIsAwayNothingIsTakenAndNothingIsBlamed() throws Exception {
        var payment = new AuthorizePayment(MessageIds.next());
        script.play("call " + payment.key(), _ -> postgres(Change.KILL));
        send(Messages.of(payment), json.writeValueAsBytes(payment));
        await().until(() -> script.runs("call " + payment.key()) == 1);
        for (int i = 0; i < MANY; i++) {
            adjust("away-" + i);
            stock("away", i);
        }
        await().atMost(Duration.ofSeconds(20)).until(this::ready, Integer.valueOf(503)::equals);
        postgres(Change.START);
        for (int i = 0; i < MANY; i++) {
            awaitEffects("away-" + i, List.of("adjusted 1"));
        }
        awaitEffects("away", Stream.iterate(0, i -> i + 1).limit(MANY).map(i -> "on hand " + i));
        awaitEffects(payment.key(), List.of("paid"));
        await().until(this::ready, Integer.valueOf(200)::equals);
        assertEquals(1, script.runs("call " + payment.key()));
        assertNobodyIsBlamed();
    }

    @Test
    void endedBackendsCostNoAttempt() throws Exception {
        for (int i = 0; i < MANY; i++) {
            adjust("ended-" + i);
            stock("ended", i);
            if (i % 10 == 5) {
                effects.endOtherBackends();
            }
        }
        for (int i = 0; i < MANY; i++) {
            awaitEffects("ended-" + i, List.of("adjusted 1"));
        }
        awaitEffects("ended", Stream.iterate(0, i -> i + 1).limit(MANY).map(i -> "on hand " + i));
        assertNobodyIsBlamed();
    }

    @Test
    void aRabbitMqThatDiesAndComesBackLosesNothing() throws Exception {
        for (int i = 0; i < MANY; i++) {
            adjust("died-" + i);
        }
        TestServers.shared().rabbitMq().kill();
        assertEquals(200, ready());
        TestServers.shared().rabbitMq().start();
        rabbit = new Rabbit();
        for (int i = MANY; i < 2 * MANY; i++) {
            adjust("died-" + i);
        }
        for (int i = 0; i < 2 * MANY; i++) {
            awaitEffects("died-" + i, List.of("adjusted 1"));
        }
        assertNobodyIsBlamed();
    }

    /**
     * What is answered after the connection was lost must touch nothing on the next one, where its
     * number stands for another message.
     */
    @Test
    void anAnswerThatComesTooLateTouchesNothing() throws Exception {
        var held = new CountDownLatch(1);
        script.play("late", run -> run == 1 ? until(held) : null);
        adjust("late");
        await().until(() -> script.runs("late") == 1);
        for (int i = 0; i < MANY; i++) {
            adjust("behind-late-" + i);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> Management.connections().size() == 1);
        String lost = Management.connections().getFirst();
        Management.close(lost);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Management.connections().size() == 1
                                        && !Management.connections().contains(lost)
                                        && rabbit.consumers() == 1
                                        && rabbit.ready(Queues.commands(Service.ORDER_WORKER))
                                                == 0);
        List<String> next = Management.connections();
        held.countDown();
        awaitEffects("late", List.of("adjusted 1"));
        for (int i = 0; i < MANY; i++) {
            awaitEffects("behind-late-" + i, List.of("adjusted 1"));
        }
        adjust("after-late");
        awaitEffects("after-late", List.of("adjusted 1"));
        await().during(Duration.ofSeconds(2)).until(Management::connections, next::equals);
        assertNobodyIsBlamed();
    }

    @Test
    void aRabbitMqThatComesBackEmptyIsUsedAgain() throws Exception {
        Management.wipe();
        rabbit = new Rabbit();
        await().atMost(Duration.ofSeconds(20)).until(() -> rabbit.consumers() == 1);
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(
                        () -> {
                            adjust("emptied");
                            return true;
                        });
        awaitEffects("emptied", List.of("adjusted 1"));
    }

    @Test
    void aDeletedQueueIsMadeAgainAndListenedTo() throws Exception {
        rabbit.channel().queueDelete(Queues.commands(Service.ORDER_WORKER));
        await().atMost(Duration.ofSeconds(20)).until(() -> rabbit.consumers() == 1);
        rabbit.bind();
        adjust("deleted");
        awaitEffects("deleted", List.of("adjusted 1"));
    }

    @Test
    void aKafkaThatDiesAndComesBackLosesNothing() throws Exception {
        stock("kafka", 0);
        TestServers.shared().kafka().kill();
        assertEquals(200, ready());
        TestServers.shared().kafka().start();
        for (int i = 1; i < MANY; i++) {
            stock("kafka", i);
        }
        awaitEffects("kafka", Stream.iterate(0, i -> i + 1).limit(MANY).map(i -> "on hand " + i));
        assertNobodyIsBlamed();
    }

    private int ready() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(ready.toURI()).timeout(Duration.ofSeconds(15));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static Throwable until(CountDownLatch latch) {
        try {
            latch.await();
            return null;
        } catch (InterruptedException e) {
            return e;
        }
    }

    private enum Change {
        KILL,
        START
    }

    private static Throwable postgres(Change change) {
        var server = TestServers.shared().postgres();
        if (change == Change.KILL) {
            server.kill();
        } else {
            server.start();
        }
        return null;
    }

    private void adjust(String sku) throws Exception {
        var command = new AdjustStock(MessageIds.next(), sku, 1, "test");
        send(Messages.of(command), json.writeValueAsBytes(command));
    }

    private void send(Envelope envelope, byte[] body) throws Exception {
        sent.add(envelope.id());
        rabbit.send(envelope, body);
    }

    private void stock(String sku, long onHand) throws Exception {
        var event = new StockChanged(sku, onHand, 0, "counted");
        Envelope envelope = Messages.of(event);
        sent.add(envelope.id());
        kafka.send(envelope, json.writeValueAsBytes(event));
    }

    private void awaitEffects(String key, Stream<String> what) {
        awaitEffects(key, what.toList());
    }

    private void awaitEffects(String key, List<String> what) {
        await().atMost(Duration.ofSeconds(40))
                .ignoreException(IllegalStateException.class)
                .untilAsserted(() -> assertEquals(what, effects.of(key)));
    }

    /** No dead letter, no parked key, no attempt counted. */
    private void assertNobodyIsBlamed() {
        for (UUID id : sent) {
            assertEquals(
                    List.of("0"),
                    effects.column(
                            """
                            WITH one (id) AS (VALUES (?::uuid))
                            SELECT (SELECT count(*) FROM dead_letter d WHERE d.message_id = id)
                                 + (SELECT count(*) FROM parked_message p WHERE p.message_id = id)
                                 + (SELECT count(*) FROM outbox o WHERE o.message_id = id)
                            FROM one
                            """,
                            id));
        }
    }
}
