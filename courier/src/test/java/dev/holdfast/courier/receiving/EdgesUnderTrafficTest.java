package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.Topics;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.outbox.Row;
import dev.holdfast.courier.repair.Digest;
import dev.holdfast.courier.repair.Edge;
import dev.holdfast.courier.repair.Minute;
import dev.holdfast.courier.repair.ReceiverEnd;
import dev.holdfast.courier.repair.SenderEnd;
import dev.holdfast.courier.retry.PermanentFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Commands through RabbitMQ and events through Kafka from the test application to itself, under ids
 * of minutes long past, in which no other test makes any.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@DisplayName("After traffic, both ends of an edge")
class EdgesUnderTrafficTest {

    private static final Service HERE = Service.ORDER_WORKER;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject Outbox outbox;
    @Inject Script script;
    @Inject SenderEnd sender;
    @Inject ReceiverEnd receiver;

    @Test
    @DisplayName("agree on commands that were carried out, retried, buried and sent twice")
    void commands() {
        Minute minute = Minute.of(Instant.now().minus(Duration.ofHours(5)));
        var edge = new Edge.Commands(HERE, HERE);
        script.play("edge-flaky", run -> run == 1 ? new IllegalStateException("Once.") : null);
        script.play("edge-poison", _ -> new PermanentFailure("Never."));
        List<UUID> ids = new ArrayList<>();
        for (String sku : List.of("edge-a", "edge-b", "edge-c", "edge-flaky", "edge-poison")) {
            UUID id = idOf(minute);
            ids.add(id);
            send(id, sku);
            send(id, sku);
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertEquals(Set.copyOf(ids), Set.copyOf(receiver.ids(edge, minute)));
                            assertEquals(List.of(), receiver.waiting(minute));
                        });
        agree(edge, minute, ids.size());
    }

    @Test
    @DisplayName("agree on events, with those of no use to the receiver and those of the past")
    void events() {
        Minute minute = Minute.of(Instant.now().minus(Duration.ofHours(6)));
        var edge = new Edge.Events(HERE, HERE, Set.of(Topics.STOCK, Topics.ORDERS));
        String order = UUID.randomUUID().toString();
        String confirmed = "holdfast.orders.OrderConfirmed.v1";
        List<Row> rows =
                List.of(
                        event(minute, Topics.STOCK, "holdfast.stock.ItemDefined.v1", "edge", null),
                        event(minute, Topics.ORDERS, confirmed, order, 1L),
                        event(minute, Topics.ORDERS, confirmed, order, 1L),
                        event(minute, Topics.ORDERS, "holdfast.orders.Unheard.v1", order, 2L));
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew().run(() -> rows.forEach(outbox::write));
        }
        Set<UUID> ids = rows.stream().map(Row::messageId).collect(Collectors.toSet());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(ids, Set.copyOf(receiver.ids(edge, minute))));
        agree(edge, minute, ids.size());
    }

    private void agree(Edge edge, Minute minute, int messages) {
        Digest sent = sender.digests(edge, List.of(minute)).get(minute);
        assertEquals(messages, sent.count());
        assertEquals(sent, receiver.digests(edge, List.of(minute)).get(minute));
    }

    private void send(UUID id, String sku) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.send(id, new AdjustStock(id, sku, 1, "test"), Cause.begin(id)));
    }

    private static Row event(Minute minute, String topic, String type, String key, Long sequence) {
        UUID id = idOf(minute);
        return new Row(
                Broker.KAFKA,
                null,
                topic,
                id,
                type,
                HERE.source(),
                key,
                sequence,
                null,
                id,
                null,
                null,
                null,
                "{}");
    }

    private static UUID idOf(Minute minute) {
        var random = ThreadLocalRandom.current();
        long millis = minute.start().toEpochMilli() + random.nextInt(60_000);
        return new UUID(
                millis << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
