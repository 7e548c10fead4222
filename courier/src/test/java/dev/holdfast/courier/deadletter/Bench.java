package dev.holdfast.courier.deadletter;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.operations.DeadLetterSelection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The code that moves dead letters on, over a connection of a test; its news go nowhere. */
final class Bench {

    static final Wish WISH = new Wish(new UUID(1, 1), "ops-1", "a test");

    private static final DeadLetterSelection ALL =
            new DeadLetterSelection(null, null, null, null, null, null, null);

    final LetterStore store;
    final Selected selected;
    final LetterLife life;
    final Redriving redriving;
    final Discarding discarding;

    Bench(DataSource database) {
        var json = new LetterJson(new ObjectMapper());
        var meters = new SimpleMeterRegistry();
        store = new LetterStore(database);
        selected = new Selected(store, json);
        life = new LetterLife(store, new NoNews(json));
        var line = new WaitingLine(store);
        redriving = new Redriving(null, null, line, null, life, meters);
        discarding = new Discarding(line, life, meters);
    }

    List<HeldLetter> hold() {
        return selected.hold(ALL, new UUID(0, 0), 10);
    }

    private static final class NoNews extends LetterNews {

        private NoNews(LetterJson json) {
            super(null, json, "order-worker");
        }

        @Override
        void redriven(Changed letter, UUID redriveId, String by, String reason) {
            // Nobody listens.
        }

        @Override
        void resolved(Changed letter, Resolution how) {
            // Nobody listens.
        }

        @Override
        void discarded(Changed letter, UUID discardId, String by, String reason) {
            // Nobody listens.
        }
    }
}
