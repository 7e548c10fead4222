package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.PermanentFailure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class DeadLetterLifeTest {

    private static final String DEAD = "order-worker.commands.dead";

    @Inject Effects effects;
    @Inject Script script;
    @Inject Letters letters;
    @Inject ObjectMapper json;

    private Rabbit rabbit;
    private Kafka kafka;

    @BeforeEach
    void connect() throws Exception {
        rabbit = new Rabbit();
        kafka = new Kafka();
    }

    @AfterEach
    void disconnect() throws Exception {
        kafka.end();
        rabbit.end();
    }

    @Test
    void oneThatFailsAgainIsDeadAgainInItsRowAndOneThatSucceedsIsResolved() throws Exception {
        script.play("life", _ -> new PermanentFailure("Never."));
        Envelope envelope = send("life", MessageIds.next());
        letters.await("life", "dead");

        letters.redrive("life", 10);
        await().until(() -> script.runs("life"), runs -> runs == 2);
        letters.await("life", "dead");

        script.heal("life");
        letters.redrive("life", 10);
        letters.await("life", "resolved");

        assertEquals(List.of("adjusted 1"), effects.of("life"));
        assertEquals(List.of(envelope.id().toString()), inbox(envelope.id()));
        assertEquals(
                List.of("dead", "redriven", "dead", "redriven", "resolved"),
                letters.changes("life"));
        assertEquals(
                List.of(
                        "DeadLettered 1",
                        "DeadLetterRedriven 2",
                        "DeadLettered 3",
                        "DeadLetterRedriven 4",
                        "DeadLetterResolved 5"),
                letters.news("life"));
    }

    @Test
    void whatWasHandledMeanwhileIsNotSentAgain() throws Exception {
        script.play("twin", _ -> new PermanentFailure("Never."));
        UUID id = MessageIds.next();
        send("twin", id);
        letters.await("twin", "dead");
        script.heal("twin");
        send("twin", id);
        await().until(() -> effects.of("twin"), List.of("adjusted 1")::equals);

        UUID redrive = letters.redrive("twin", 10);

        assertEquals(List.of("resolved"), letters.states("twin"));
        assertEquals(
                List.of("0 1 0"),
                effects.column(
                        "SELECT redriven || ' ' || resolved || ' ' || skipped FROM redrive WHERE id = ?",
                        redrive));
    }

    @Test
    void whatRabbitMqGaveUpIsADeadLetterOnceAndCanBeSentAgain() throws Exception {
        var command = new AdjustStock(MessageIds.next(), "limit", 1, "test");
        Map<String, Object> headers = new HashMap<>(CloudEventHeaders.write(Messages.of(command)));
        headers.put(
                "x-death",
                List.of(
                        Map.of(
                                "reason", "delivery_limit",
                                "queue", "order-worker.commands",
                                "count", 1L)));
        for (int i = 0; i < 3; i++) {
            rabbit.sendTo(DEAD, headers, json.writeValueAsBytes(command));
        }
        letters.await("limit", "dead");
        await().until(() -> rabbit.ready(DEAD), ready -> ready == 0);
        assertEquals(
                List.of("delivery_limit"),
                effects.column("SELECT reason FROM dead_letter WHERE key = ?", "limit"));

        letters.redrive("limit", 10);
        letters.await("limit", "resolved");
        assertEquals(List.of("adjusted 1"), effects.of("limit"));
    }

    @Test
    void whatNoQueueIsBoundForIsADeadLetterAndIsDeadAgainAsLongAsThereIsNone() throws Exception {
        var command = new AdjustStock(MessageIds.next(), "nowhere", 1, "test");
        rabbit.send(
                "nobody.AdjustStock",
                new HashMap<>(CloudEventHeaders.write(Messages.of(command))),
                json.writeValueAsBytes(command));
        letters.await("nowhere", "dead");

        letters.redrive("nowhere", 10);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            List<String> changes = letters.changes("nowhere");
                            assertEquals(2, changes.stream().filter("dead"::equals).count());
                            assertEquals("dead", changes.getLast());
                        });
        assertEquals(List.of("dead"), letters.states("nowhere"));
    }

    @Test
    void anIdThatTheInboxForgotIsSentUnderANewOneAndStaysOneLetter() throws Exception {
        script.play("ancient", _ -> new PermanentFailure("Never."));
        UUID old = new UUID(((1_600_000_000_000L << 16) | 0x7000), 0x8000_0000_0000_0077L);
        send("ancient", old);
        letters.await("ancient", "dead");

        letters.redrive("ancient", 10);
        await().until(
                        () -> letters.changes("ancient"),
                        List.of("dead", "redriven", "dead")::equals);
        script.heal("ancient");
        letters.redrive("ancient", 10);
        letters.await("ancient", "resolved");

        assertEquals(List.of("adjusted 1"), effects.of("ancient"));
        assertEquals(
                List.of(old.toString()),
                effects.column("SELECT message_id FROM dead_letter WHERE key = ?", "ancient"));
    }

    @Test
    void lettersOfAKeyGoInTheOrderInWhichTheyDied() throws Exception {
        script.play("queue", _ -> new PermanentFailure("Never."));
        for (int i = 1; i <= 7; i++) {
            send("queue", MessageIds.next(), i);
            int dead = i;
            await().until(() -> letters.states("queue").size(), size -> size == dead);
        }
        script.heal("queue");
        letters.redrive("queue", 3);
        List<String> all = IntStream.rangeClosed(1, 7).mapToObj(i -> "adjusted " + i).toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> effects.of("queue"), all::equals);
    }

    @Test
    void aParkedKeyBecomesALetterThatIsResolvedWhenItDrains() throws Exception {
        script.play("stuck 2", _ -> new IllegalStateException("Cannot be."));
        park("stuck", 1, 2, 3);
        letters.await("stuck", "dead");
        assertEquals(
                List.of("topic parked 2"),
                effects.column(
                        """
                        SELECT origin || ' ' || reason || ' ' || (convert_from(body, 'UTF8')::jsonb ->> 'onHand')
                        FROM dead_letter WHERE key = ?
                        """,
                        "stuck"));

        letters.redrive("stuck", 10);
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> letters.changes("stuck"),
                        changes -> changes.equals(List.of("dead", "redriven", "dead")));

        script.heal("stuck 2");
        letters.await("stuck", "resolved");
        assertEquals(List.of("on hand 1", "on hand 2", "on hand 3"), effects.of("stuck"));
    }

    @Test
    void whatWaitsBehindADiscardedRecordGoesOn() throws Exception {
        script.play("poison 2", _ -> new IllegalStateException("Cannot be."));
        park("poison", 1, 2, 3, 4);
        letters.await("poison", "dead");

        assertEquals(1, letters.discard("poison"));

        List<String> others = List.of("on hand 1", "on hand 3", "on hand 4");
        await().atMost(Duration.ofSeconds(30)).until(() -> effects.of("poison"), others::equals);
        assertEquals(List.of("discarded"), letters.states("poison"));
        assertEquals(0, letters.discard("poison"));
    }

    @Test
    void ofARedriveAndADiscardThatMeetOneHasTheLetter() throws Exception {
        script.play("both", _ -> new PermanentFailure("Never."));
        for (int i = 0; i < 20; i++) {
            send("both", MessageIds.next());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> letters.states("both").size(), size -> size == 20);
        script.heal("both");
        UUID first = letters.begin("both");
        UUID second = letters.begin("both");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> letters.steps(first, 1));
            threads.submit(() -> letters.steps(second, 1));
            threads.submit(() -> letters.steps(first, 2));
            threads.submit(() -> letters.discard("both"));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> letters.states("both"), states -> !states.contains("redriven"));
        long discarded = letters.states("both").stream().filter("discarded"::equals).count();
        assertEquals(20 - discarded, effects.of("both").size());
        assertEquals(
                List.of(String.valueOf(20 - discarded)),
                effects.column("SELECT count(*) FROM outbox WHERE broker = 1 AND key = ?", "both"));
    }

    private Envelope send(String sku, UUID id) throws Exception {
        return send(sku, id, 1);
    }

    private Envelope send(String sku, UUID id, long delta) throws Exception {
        var command = new AdjustStock(MessageIds.next(), sku, delta, "test");
        Envelope envelope = Messages.envelope(id, Messages.of(command).type(), sku);
        rabbit.send(envelope, json.writeValueAsBytes(command));
        return envelope;
    }

    private void park(String sku, long... versions) throws Exception {
        for (long version : versions) {
            var event = new StockChanged(sku, version, 0, "counted");
            Envelope e = Messages.of(event);
            kafka.send(
                    new Envelope(
                            e.id(),
                            e.type(),
                            e.source(),
                            sku,
                            version,
                            e.time(),
                            e.id(),
                            null,
                            null),
                    json.writeValueAsBytes(event));
        }
    }

    private List<String> inbox(UUID id) {
        return effects.column("SELECT message_id FROM inbox WHERE message_id = ?", id);
    }
}
