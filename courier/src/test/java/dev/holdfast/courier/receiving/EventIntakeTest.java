package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class EventIntakeTest {

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;

    private Kafka kafka;

    @BeforeEach
    void connect() {
        kafka = new Kafka();
    }

    @AfterEach
    void disconnect() {
        kafka.end();
    }

    @Test
    void aPoisonRecordParksItsKeyAndTheProberDrainsItInOrder() throws Exception {
        script.play("sick 2", _ -> new IllegalStateException("Cannot be."));
        for (int i = 1; i <= 5; i++) {
            send("sick", i);
            send("well", i);
        }
        awaitHandled("well", 1, 5);
        await().until(() -> parked("sick"), List.of("2", "3", "4", "5")::equals);
        assertEquals(List.of("on hand 1"), effects.of("sick"));

        send("sick", 6);
        await().until(() -> parked("sick"), List.of("2", "3", "4", "5", "6")::equals);
        await().until(() -> script.runs("sick 2") > 3);
        assertEquals(List.of("on hand 1"), effects.of("sick"));

        script.heal("sick 2");
        awaitHandled("sick", 1, 6);
        await().until(
                        () -> effects.column("SELECT 1 FROM parked_key WHERE key = ?", "sick"),
                        List.of()::equals);
        send("sick", 7);
        awaitHandled("sick", 1, 7);
    }

    @Test
    void aBodyThatCannotBeReadParksItsKey() throws Exception {
        send("garbled", 1);
        kafka.send(
                Messages.of(new StockChanged("garbled", 2, 0, "counted")),
                "{\"sku\": ".getBytes(StandardCharsets.UTF_8));
        send("garbled", 3);
        send("beside-garbled", 1);
        awaitHandled("beside-garbled", 1, 1);
        awaitHandled("garbled", 1, 1);
        await().until(
                        () ->
                                effects.column(
                                        "SELECT count(*) FROM parked_message WHERE key = ?",
                                        "garbled"),
                        List.of("2")::equals);
    }

    @Test
    void aTypeOfTheFutureIsLeftAsideAndRemembered() throws Exception {
        Envelope future =
                Messages.envelope(MessageIds.next(), "holdfast.stock.Teleported.v1", "future");
        kafka.send(future, "{}".getBytes(StandardCharsets.UTF_8));
        send("future", 1);
        awaitHandled("future", 1, 1);
        assertEquals(
                List.of("events"),
                effects.column("SELECT consumer FROM inbox WHERE message_id = ?", future.id()));
    }

    @Test
    void whatHasNoPlaceInAnyOrderIsADeadLetter() throws Exception {
        UUID old = new UUID(((1_600_000_000_000L << 16) | 0x7000), 0x8000_0000_0000_0002L);
        var event = new StockChanged("prehistoric", 1, 0, "counted");
        for (int i = 0; i < 3; i++) {
            kafka.send(
                    Messages.envelope(old, Messages.of(event).type(), "prehistoric"),
                    body("prehistoric", 1));
        }
        Envelope stray =
                Messages.envelope(MessageIds.next(), "holdfast.orders.OrderConfirmed.v1", "stray");
        kafka.send(stray, body("stray", 1));
        send("prehistoric", 2);
        awaitHandled("prehistoric", 2, 2);
        assertEquals(List.of("outside_window"), dead(old));
        assertEquals(List.of("unreadable"), dead(stray.id()));
    }

    @Test
    void everyPartitionHasAnOffsetBeforeAnythingWasRead() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(24, Kafka.committed("order-worker")));
    }

    private Envelope send(String sku, long onHand) throws Exception {
        Envelope envelope = Messages.of(new StockChanged(sku, onHand, 0, "counted"));
        kafka.send(envelope, body(sku, onHand));
        return envelope;
    }

    private byte[] body(String sku, long onHand) throws Exception {
        return json.writeValueAsBytes(new StockChanged(sku, onHand, 0, "counted"));
    }

    private void awaitHandled(String sku, long first, long last) {
        List<String> all =
                LongStream.rangeClosed(first, last).mapToObj(i -> "on hand " + i).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(all, effects.of(sku)));
    }

    private List<String> parked(String sku) {
        return effects.column(
                """
                SELECT convert_from(body, 'UTF8')::jsonb ->> 'onHand' FROM parked_message
                WHERE key = ? ORDER BY pos
                """,
                sku);
    }

    private List<String> dead(UUID id) {
        return effects.column("SELECT reason FROM dead_letter WHERE message_id = ?", id);
    }
}
