package dev.holdfast.courier.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A message that its broker refuses")
class RefusedTest {

    private static final int ATTEMPTS = 3;

    private final ScriptedBroker broker = new ScriptedBroker();
    private final List<String> setAside = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private RelayDatabase database;
    private RelayFeed relay;
    private Thread running;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        SteppedRelay.create(database.source());
    }

    @AfterEach
    void close() throws Exception {
        stop();
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("waits with its key, in order, while the feed goes on")
    void parked(ScriptedBroker.Manner manner) throws Exception {
        broker.manner = manner;
        broker.refused.add("poison");
        write("a", 1);
        write("poison", 1);
        write("a", 2);
        write("poison", 2);
        start();
        awaitSent("a 2");
        awaitColumn("SELECT seq || '' FROM refused_message", 2);
        assertEquals(List.of(), broker.sentOf("poison"));

        // when more is written, and the broker has learned to like it
        write("poison", 3);
        write("b", 1);
        awaitSent("b 1");
        awaitColumn("SELECT seq || '' FROM refused_message", 3);
        broker.refused.clear();
        due();

        // then all of it leaves in its order, and the key is free
        awaitSent("poison 3");
        assertEquals(List.of("poison 1", "poison 2", "poison 3"), broker.sentOf("poison"));
        awaitColumn("SELECT key FROM refused_key", 0);
        write("poison", 4);
        awaitSent("poison 4");
    }

    @Test
    @DisplayName("is not confused with a broker that is down")
    void down() throws Exception {
        broker.down = true;
        write("a", 1);
        start();
        await().during(Duration.ofSeconds(2)).until(() -> broker.wire.isEmpty());
        assertEquals(List.of(), database.column("SELECT key FROM refused_key"));
        broker.down = false;
        awaitSent("a 1");
    }

    @Test
    @DisplayName("is not given up while the broker is down")
    void downWhileWaiting() throws Exception {
        broker.refused.add("poison");
        write("poison", 1);
        start();
        awaitColumn("SELECT key FROM refused_message", 1);
        broker.down = true;
        due();
        await().during(Duration.ofSeconds(2))
                .until(
                        () ->
                                database.column("SELECT key FROM refused_key WHERE attempts > 0")
                                        .isEmpty());
    }

    @Test
    @DisplayName(
            "is set aside after its last try, and the next one of the key has tries of its own")
    void setAside() throws Exception {
        broker.refused.add("poison");
        write("poison", 1);
        write("poison", 2);
        start();
        awaitColumn("SELECT key FROM refused_message", 2);
        for (int i = 1; i < ATTEMPTS; i++) {
            due();
            awaitColumn("SELECT key FROM refused_key WHERE attempts = " + i, 1);
        }
        due();
        awaitThat(() -> setAside.equals(List.of("poison 1")));
        awaitColumn("SELECT key FROM refused_key WHERE attempts < 2", 1);
        broker.refused.clear();
        due();
        awaitSent("poison 2");
        awaitColumn("SELECT key FROM refused_key", 0);
    }

    @Test
    @DisplayName("waits on with whoever takes the feed over")
    void takenOver() throws Exception {
        broker.refused.add("poison");
        write("poison", 1);
        start();
        awaitColumn("SELECT key FROM refused_message", 1);
        stop();
        start();
        write("poison", 2);
        awaitColumn("SELECT key FROM refused_message", 2);
        assertEquals(1, meters.get("holdfast.relay.refused.keys").gauge().value());
        assertTrue(meters.get("holdfast.relay.refused").counter().count() >= 1);
        assertEquals(
                List.of("1 2"),
                database.column("SELECT refused_keys || ' ' || refused_messages FROM stuck"));
        broker.refused.clear();
        due();
        awaitSent("poison 2");
    }

    @Test
    @DisplayName("is tried between two pages, without what is under way being sent again")
    void underLoad() throws Exception {
        broker.refused.add("poison");
        write("poison", 1);
        start();
        awaitColumn("SELECT key FROM refused_message", 1);
        broker.refused.clear();
        broker.gate = new CountDownLatch(1);
        database.execute(
                """
                INSERT INTO outbox (broker, address, message_id, type, source, key, sequence, correlation_id, body)
                SELECT 2, 'a', gen_random_uuid(), 't', 's', 'k' || i, 1, gen_random_uuid(), '{}'
                FROM generate_series(1, 9000) i
                """);
        awaitThat(() -> broker.wire.size() >= 8000);
        due();
        broker.gate.countDown();
        awaitSent("poison 1");
        awaitSent("k9000 1");
        assertEquals(9001, broker.wire.size());
    }

    @Test
    @DisplayName("makes the feed one to be looked at once it is due, though nothing else is there")
    void watched() throws Exception {
        broker.refused.add("poison");
        write("poison", 1);
        start();
        awaitColumn("SELECT key FROM refused_message", 1);
        stop();
        var watch = new FeedWatch(database.source(), List.of(Feed.EVENTS));
        String waits = "SELECT feed FROM waiting_feed WHERE since IS NOT NULL";
        database.execute("UPDATE refused_key SET retry_at = clock_timestamp() + interval '1 hour'");
        assertTrue(watch.waiting().isEmpty());
        assertEquals(List.of(), database.column(waits));
        due();
        assertEquals("[events]", watch.waiting().toString());
        assertEquals(List.of("events"), database.column(waits));
    }

    private void start() {
        relay =
                RelayFeed.over(
                        database.source(),
                        Feed.EVENTS,
                        broker,
                        this::setAside,
                        ATTEMPTS,
                        new RelayMetrics(meters),
                        new SendSpans(OpenTelemetry.noop().getTracer("test"), true));
        running = Thread.ofVirtual().start(relay);
    }

    private void stop() throws InterruptedException {
        if (running != null) {
            relay.stop();
            running.join();
        }
    }

    /** What the service does with a dead letter, without the letter. */
    private void setAside(Feed feed, long fence, RefusedKey key, Outgoing message, String reason)
            throws FeedLost {
        try {
            new RefusedKeys(database.source(), feed).sent(fence, key.key(), message.seq());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        setAside.add(message.envelope().key() + " " + message.envelope().sequence());
    }

    private void write(String key, long sequence) throws SQLException {
        try (Connection writer = database.begin()) {
            RelayDatabase.write(writer, key, sequence);
            writer.commit();
        }
        if (relay != null) {
            relay.ring();
        }
    }

    private void due() throws SQLException {
        database.execute("UPDATE refused_key SET retry_at = '-infinity'");
    }

    private void awaitSent(String message) {
        awaitThat(() -> broker.wire.contains(message));
    }

    private void awaitColumn(String sql, int rows) {
        awaitThat(() -> database.column(sql).size() == rows);
    }

    private void awaitThat(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            relay.ring();
                            return condition.call();
                        });
    }
}
