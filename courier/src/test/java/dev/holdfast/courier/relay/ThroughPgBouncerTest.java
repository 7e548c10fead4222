package dev.holdfast.courier.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.courier.pgbouncer.PgBouncer;
import dev.holdfast.devstack.stack.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Writers and two relays share two connections, each for the length of a transaction. */
@DisplayName("Through PgBouncer in transaction mode")
class ThroughPgBouncerTest {

    private static final int MESSAGES = 60;

    private final ScriptedBroker broker = new ScriptedBroker();

    @Test
    @DisplayName("everything is relayed in order, refused keys and take-overs included")
    void relayed() throws Exception {
        var settings = TestServers.shared().settings("notification-worker");
        try (var bouncer = PgBouncer.before(settings);
                var database = new RelayDatabase(bouncer.through(settings))) {
            SteppedRelay.create(database.source());
            broker.refused.add("poison");
            List<RelayFeed> relays = List.of(relay(database), relay(database));
            List<Thread> running =
                    relays.stream().map(relay -> Thread.ofVirtual().start(relay)).toList();
            for (int i = 1; i <= MESSAGES; i++) {
                write(database, "k", i);
                write(database, "poison", i);
                if (i % 20 == 0) {
                    database.execute("UPDATE feed_cursor SET lease_until = '-infinity'");
                }
                relays.forEach(RelayFeed::ring);
            }
            awaitSent(relays, database, "k", "SELECT 1");
            broker.refused.clear();
            awaitSent(
                    relays,
                    database,
                    "poison",
                    "UPDATE refused_key SET retry_at = '-infinity' RETURNING 1");
            relays.forEach(RelayFeed::stop);
            for (Thread thread : running) {
                thread.join();
            }
        }
    }

    private void awaitSent(
            List<RelayFeed> relays, RelayDatabase database, String key, String meanwhile) {
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= MESSAGES; i++) {
            all.add(key + " " + i);
        }
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> {
                            database.column(meanwhile);
                            relays.forEach(RelayFeed::ring);
                            return broker.sentOf(key).size() == MESSAGES;
                        });
        assertEquals(all, broker.sentOf(key));
    }

    private RelayFeed relay(RelayDatabase database) {
        return RelayFeed.over(
                database.source(),
                Feed.EVENTS,
                broker,
                (feed, fence, key, message, reason) -> {},
                1000,
                new RelayMetrics(new SimpleMeterRegistry()),
                new SendSpans(OpenTelemetry.noop().getTracer("test"), true));
    }

    private static void write(RelayDatabase database, String key, long sequence)
            throws SQLException {
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, key, sequence);
            writer.commit();
        }
    }
}
