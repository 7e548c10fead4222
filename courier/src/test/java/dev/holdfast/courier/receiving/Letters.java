package dev.holdfast.courier.receiving;

import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.courier.deadletter.Discarding;
import dev.holdfast.courier.deadletter.Selected;
import dev.holdfast.courier.deadletter.Wish;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.redrive.Redrives;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What an operator does with dead letters, and sees of them. */
@ApplicationScoped
public class Letters {

    private final Effects effects;
    private final Redrives redrives;
    private final Selected selected;
    private final Discarding discarding;

    Letters(Effects effects, Redrives redrives, Selected selected, Discarding discarding) {
        this.effects = effects;
        this.redrives = redrives;
        this.selected = selected;
        this.discarding = discarding;
    }

    /** The letters with this key. */
    static DeadLetterSelection ofKey(String key) {
        return new DeadLetterSelection(null, null, null, null, key, null, null);
    }

    /** Sends the letters of a key again, in steps. */
    UUID redrive(String key, int step) {
        UUID id = begin(key);
        steps(id, step);
        return id;
    }

    /** Takes steps of a redrive until it is over. */
    void steps(UUID id, int step) {
        boolean more = true;
        while (more) {
            more =
                    QuarkusTransaction.requiringNew()
                            .call(() -> redrives.step(id, step).isPresent());
        }
    }

    UUID begin(String key) {
        UUID id = MessageIds.next();
        var wanted =
                new RedriveDeadLetters(
                        id, "order-worker", ofKey(key), false, 50, "ops-1", "It is mended.");
        QuarkusTransaction.requiringNew().run(() -> redrives.begin(wanted));
        return id;
    }

    int discard(String key) {
        var wish = new Wish(MessageIds.next(), "ops-1", "Nobody wants it.");
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                discarding.discard(
                                        selected.hold(ofKey(key), new UUID(0, 0), 500), wish));
    }

    void await(String key, String... states) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> states(key), List.of(states)::equals);
    }

    List<String> states(String key) {
        return effects.column("SELECT state FROM dead_letter WHERE key = ? ORDER BY id", key);
    }

    /** What was done with the letters of a key, in order. */
    List<String> changes(String key) {
        return effects.column(
                """
                SELECT h.value ->> 'change'
                FROM dead_letter, jsonb_array_elements(history) WITH ORDINALITY h
                WHERE key = ? AND h.value ? 'change' ORDER BY id, h.ordinality
                """
                        .replace("value ? ", "value ?? "),
                key);
    }

    /** What was told of the letters of a key, in order. */
    List<String> news(String key) {
        return effects.column(
                """
                SELECT substring(type FROM 'operations.(.*).v1') || ' ' || (body::jsonb ->> 'version')
                FROM outbox WHERE key = ? AND broker = 2 AND body::jsonb ? 'deadLetterId' ORDER BY seq
                """
                        .replace("jsonb ? ", "jsonb ?? "),
                key);
    }
}
