package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.orders.AuthorizePayment;
import dev.holdfast.contracts.stock.AdjustStock;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.CircuitOpen;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class CommandIntakeTest {

    private static final String QUEUE = Queues.commands(Service.ORDER_WORKER);

    @Inject Effects effects;
    @Inject Script script;
    @Inject ObjectMapper json;

    private Rabbit rabbit;

    @BeforeEach
    void connect() throws Exception {
        rabbit = new Rabbit();
    }

    @AfterEach
    void disconnect() throws Exception {
        rabbit.end();
    }

    @Test
    void aCommandDeliveredTenTimesHasOneEffect() throws Exception {
        var command = adjust("tenfold", 5);
        Envelope envelope = Messages.of(command);
        for (int i = 0; i < 10; i++) {
            send(envelope, command);
        }
        var last = adjust("tenfold-last", 1);
        send(Messages.of(last), last);
        awaitEffects("tenfold-last", "adjusted 1");
        awaitEmpty();
        assertEquals(List.of("adjusted 5"), effects.of("tenfold"));
        assertEquals(List.of("1"), sent(envelope));
    }

    @Test
    void whatFailsTwiceAndThenNotHasOneEffectAndItsAttemptsCounted() throws Exception {
        script.play("flaky", run -> run <= 2 ? new IllegalStateException("Not yet.") : null);
        var command = adjust("flaky", 3);
        Envelope envelope = Messages.of(command);
        send(envelope, command);
        awaitEffects("flaky", "adjusted 3");
        awaitEmpty();
        assertEquals(3, script.runs("flaky"));
        assertEquals(
                List.of("1", "2"),
                effects.column(
                        """
                        SELECT headers ->> 'holdfast-attempts' FROM outbox
                        WHERE message_id = ? ORDER BY seq
                        """,
                        envelope.id()));
    }

    @Test
    void whatNeverSucceedsIsADeadLetterWithItsHistory() throws Exception {
        script.play("hopeless", run -> new IllegalStateException("Try " + run));
        var command = adjust("hopeless", 3);
        Envelope envelope = Messages.of(command);
        send(envelope, command);
        awaitDead(envelope.id(), "attempts_exhausted");
        assertEquals(3, script.runs("hopeless"));
        assertEquals(
                List.of(
                        "IllegalStateException: Try 1 IllegalStateException: Try 2 IllegalStateException: Try 3"),
                effects.column(
                        """
                        SELECT string_agg(a.value ->> 'error', ' ' ORDER BY a.ordinality)
                        FROM dead_letter, jsonb_array_elements(history) WITH ORDINALITY a
                        WHERE message_id = ?
                        """,
                        envelope.id()));
    }

    @Test
    void anErrorOfAHandlerIsAFailureToo() throws Exception {
        script.play("overflow", _ -> new StackOverflowError());
        var command = adjust("overflow", 3);
        Envelope envelope = Messages.of(command);
        send(envelope, command);
        awaitDead(envelope.id(), "attempts_exhausted");
    }

    @Test
    void whatCannotBeReadIsADeadLetter() throws Exception {
        Envelope broken = Messages.of(adjust("unreadable", 1));
        rabbit.send(broken, "{\"sku\": ".getBytes(StandardCharsets.UTF_8));
        awaitDead(broken.id(), "unreadable");

        Envelope unknown =
                Messages.envelope(MessageIds.next(), "holdfast.orders.Juggle.v1", "unknown");
        rabbit.send(unknown, "{}".getBytes(StandardCharsets.UTF_8));
        awaitDead(unknown.id(), "unknown_type");

        Map<String, Object> headers = new HashMap<>();
        headers.put("ce_id", "nonsense");
        headers.put("zero", "a\0b");
        rabbit.send("order-worker.PlaceOrder", headers, new byte[] {0, -1, -2});
        await().until(
                        () ->
                                effects.column(
                                        """
                                        SELECT reason FROM dead_letter
                                        WHERE message_id IS NULL AND headers ->> 'ce_id' = ?
                                        """,
                                        "nonsense"),
                        List.of("unreadable")::equals);
        awaitEmpty();
    }

    @Test
    void anIdFromOutsideTheWindowIsNotTreatedAsNew() throws Exception {
        UUID old = new UUID(((1_600_000_000_000L << 16) | 0x7000), 0x8000_0000_0000_0001L);
        var command = adjust("old", 1);
        rabbit.send(
                Messages.envelope(old, Messages.of(command).type(), "old"),
                json.writeValueAsBytes(command));
        awaitDead(old, "outside_window");
        assertEquals(List.of(), effects.of("old"));
    }

    @Test
    void aThirdPartyIsAskedOnceForManyDeliveries() throws Exception {
        var command = new AuthorizePayment(MessageIds.next());
        Envelope envelope = Messages.of(command);
        for (int i = 0; i < 5; i++) {
            send(envelope, command);
        }
        awaitEffects(command.key(), "paid");
        for (int i = 0; i < 5; i++) {
            send(envelope, command);
        }
        awaitEmpty();
        assertEquals(1, script.runs("call " + command.key()));
        assertEquals(List.of("paid"), effects.of(command.key()));
    }

    @Test
    void aConflictWhileSettlingDoesNotAskAgain() throws Exception {
        var command = new AuthorizePayment(MessageIds.next());
        script.play(
                "settle " + command.key(),
                run ->
                        run <= 2
                                ? new dev.holdfast.courier.retry.ConflictFailure("Too late.")
                                : null);
        send(Messages.of(command), command);
        awaitEffects(command.key(), "paid");
        assertEquals(1, script.runs("call " + command.key()));
        assertEquals(3, script.runs("settle " + command.key()));
    }

    @Test
    void anOpenCircuitCostsNoAttempt() throws Exception {
        var command = new AuthorizePayment(MessageIds.next());
        script.play(
                "call " + command.key(),
                run -> run == 1 ? new CircuitOpen("Down.", Duration.ofMillis(900), null) : null);
        Envelope envelope = Messages.of(command);
        send(envelope, command);
        var other = adjust("beside-circuit", 1);
        send(Messages.of(other), other);
        awaitEffects("beside-circuit", "adjusted 1");
        awaitEffects(command.key(), "paid");
        assertEquals(
                Collections.singletonList((String) null),
                effects.column(
                        "SELECT headers ->> 'holdfast-attempts' FROM outbox WHERE message_id = ?",
                        envelope.id()));
    }

    private static AdjustStock adjust(String sku, long delta) {
        return new AdjustStock(MessageIds.next(), sku, delta, "test");
    }

    private void send(Envelope envelope, Command command) throws Exception {
        rabbit.send(envelope, json.writeValueAsBytes(command));
    }

    private void awaitEffects(String key, String... what) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertEquals(List.of(what), effects.of(key)));
    }

    private void awaitDead(UUID id, String reason) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                effects.column(
                                        "SELECT reason FROM dead_letter WHERE message_id = ?", id),
                        List.of(reason)::equals);
    }

    /** Everything was answered: a new consumer would find nothing to redeliver. */
    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertEquals("0", unanswered()));
    }

    private String unanswered() throws Exception {
        return String.valueOf(rabbit.ready(QUEUE));
    }

    private List<String> sent(Envelope cause) {
        return effects.column("SELECT count(*) FROM outbox WHERE causation_id = ?", cause.id());
    }
}
