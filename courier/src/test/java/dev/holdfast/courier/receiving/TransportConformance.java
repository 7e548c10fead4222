package dev.holdfast.courier.receiving;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.retry.CircuitOpen;
import dev.holdfast.courier.retry.ConflictFailure;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.devstack.stack.TestServers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every transport promises to a handler, told as stories. Where transports differ, each says
 * what it promises.
 */
abstract class TransportConformance {

    private static final Duration LONG = Duration.ofSeconds(90);

    @Inject Effects effects;
    @Inject Script script;

    /** A message that nobody has sent yet: the n-th of its key. */
    abstract Message message(String key, int n);

    abstract void deliver(Message message) throws Exception;

    /** What the handler notes of the n-th message. */
    abstract String effect(int n);

    /** Whether messages of a key are handled in the order in which they were sent. */
    abstract boolean keepsOrder();

    /** Why a message that can never be handled is a dead letter. */
    abstract String deadFor();

    record Message(String key, int n, Envelope envelope, byte[] body) {}

    @Test
    @DisplayName("delivered five times, it takes effect once")
    void duplicates() throws Exception {
        var first = message(key("again"), 1);
        for (int i = 0; i < 5; i++) {
            deliver(first);
        }
        deliver(message(key("again"), 2));
        awaitAll("again", 2);
        deliver(first);
        deliver(message(key("again"), 3));
        awaitAll("again", 3);
    }

    @Test
    @DisplayName("messages of a key are all handled, in order where that is promised")
    void order() throws Exception {
        deliverAll("order", 1, 40);
        awaitAll("order", 40);
    }

    @Test
    @DisplayName("a poison message harms nothing but itself and, where order is kept, its key")
    void poison() throws Exception {
        fail("poison", 2, _ -> new PermanentFailure("It will never do."));
        for (int n = 1; n <= 3; n++) {
            deliver(message(key("poison"), n));
            deliver(message(key("healthy"), n));
        }
        awaitAll("healthy", 3);
        await().atMost(LONG).until(() -> script.runs(step("poison", 2)) > 0);
        List<String> others = keepsOrder() ? List.of(effect(1)) : List.of(effect(1), effect(3));
        await().atMost(LONG).untilAsserted(() -> assertEquals(others, done("poison")));
    }

    @Test
    @DisplayName("what fails for a while takes effect once it can")
    void transientFailure() throws Exception {
        fail("flaky", 1, run -> run <= 2 ? new IllegalStateException("Not yet.") : null);
        deliver(message(key("flaky"), 1));
        awaitAll("flaky", 1);
        assertEquals(3, script.runs(step("flaky", 1)));
    }

    @Test
    @DisplayName("what can never be handled is a dead letter that says why")
    void permanentFailure() throws Exception {
        fail("never", 1, _ -> new PermanentFailure("It will never do."));
        var message = message(key("never"), 1);
        deliver(message);
        await().atMost(LONG)
                .untilAsserted(() -> assertEquals(List.of(deadFor()), letters("reason", message)));
        String detail = letters("detail", message).getFirst();
        assertTrue(detail.contains("It will never do."), detail);
        assertEquals(List.of(), done("never"));
    }

    @Test
    @DisplayName("a conflict is tried again at once, three times, and blamed on nobody")
    void conflict() throws Exception {
        fail("conflict", 1, run -> run <= 3 ? new ConflictFailure("Too late.") : null);
        var message = message(key("conflict"), 1);
        deliver(message);
        awaitAll("conflict", 1);
        assertEquals(4, script.runs(step("conflict", 1)));
        assertEquals(List.of(), copies(message));
    }

    @Test
    @DisplayName("a conflict that stays is a failure like any other, and is tried again later")
    void stubbornConflict() throws Exception {
        fail("stubborn", 1, run -> run <= 5 ? new ConflictFailure("Too late.") : null);
        deliver(message(key("stubborn"), 1));
        awaitAll("stubborn", 1);
    }

    @Test
    @DisplayName("an open circuit burns no attempt")
    void openCircuit() throws Exception {
        var open = new CircuitOpen("Down.", Duration.ofMillis(200), null);
        fail("circuit", 1, run -> run <= 4 ? open : null);
        var message = message(key("circuit"), 1);
        deliver(message);
        awaitAll("circuit", 1);
        assertEquals(List.of(), letters("reason", message));
    }

    @Test
    @DisplayName("a handler that breaks the machine under it loses nothing")
    void error() throws Exception {
        fail("error", 1, run -> run == 1 ? new StackOverflowError() : null);
        deliver(message(key("error"), 1));
        deliver(message(key("error"), 2));
        awaitAll("error", 2);
    }

    @Test
    @DisplayName("while Postgres is away nothing is decided and nothing is acknowledged")
    void postgresAway() throws Exception {
        var postgres = TestServers.shared().postgres();
        deliverAll("away", 1, 5);
        postgres.kill();
        List<Message> meanwhile = new ArrayList<>();
        for (int n = 6; n <= 30; n++) {
            meanwhile.add(message(key("away"), n));
            deliver(meanwhile.getLast());
        }
        postgres.start();
        awaitAll("away", 30);
        for (Message message : meanwhile) {
            assertEquals(List.of(), letters("reason", message));
            assertEquals(List.of(), copies(message));
        }
    }

    /** Keys of different transports do not meet. */
    private String key(String story) {
        return getClass().getSimpleName() + "-" + story;
    }

    private String step(String story, int n) {
        return key(story) + " " + n;
    }

    private void fail(String story, int n, IntFunction<? extends Throwable> failure) {
        script.play(step(story, n), failure);
    }

    private void deliverAll(String story, int first, int last) throws Exception {
        for (int n = first; n <= last; n++) {
            deliver(message(key(story), n));
        }
    }

    private void awaitAll(String story, int last) {
        List<String> inOrder = IntStream.rangeClosed(1, last).mapToObj(this::effect).toList();
        List<String> all = keepsOrder() ? inOrder : inOrder.stream().sorted().toList();
        await().atMost(LONG)
                .ignoreException(IllegalStateException.class)
                .untilAsserted(() -> assertEquals(all, done(story)));
    }

    /** In the order in which it was done, where that is promised. */
    private List<String> done(String story) {
        List<String> done = effects.of(key(story));
        return keepsOrder() ? done : done.stream().sorted().toList();
    }

    private List<String> letters(String column, Message message) {
        return effects.column(
                "SELECT %s FROM dead_letter WHERE message_id = ?".formatted(column),
                message.envelope().id());
    }

    /** Retries of it that were sent. */
    private List<String> copies(Message message) {
        return effects.column(
                "SELECT address FROM outbox WHERE message_id = ?", message.envelope().id());
    }
}
