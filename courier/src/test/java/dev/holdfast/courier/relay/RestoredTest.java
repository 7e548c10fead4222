package dev.holdfast.courier.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A dump that was restored into a new server is, to the feeds, a server whose transaction ids are
 * lower than those in its tables. That is what these tests make: by ids of four thousand million.
 */
@DisplayName("A database that was restored")
class RestoredTest {

    private final ScriptedBroker broker = new ScriptedBroker();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayMetrics metrics = new RelayMetrics(meters);
    private RelayDatabase database;
    private CursorTable cursor;
    private RelayFeed relay;
    private Thread running;

    @BeforeEach
    void open() throws SQLException {
        database = new RelayDatabase();
        cursor = new CursorTable(database.source(), Feed.EVENTS);
        cursor.create();
    }

    @AfterEach
    void close() throws Exception {
        if (relay != null) {
            relay.stop();
            running.join();
        }
        database.close();
    }

    @Test
    @DisplayName("is not relayed: the feed stands still, visibly, until it is rebased")
    void standsStill() throws Exception {
        write("before", 1);
        restored();
        start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> metrics.halted().equals(List.of("events")));
        write("after", 1);
        await().during(Duration.ofSeconds(2)).until(() -> broker.wire.isEmpty());
        assertEquals(1, meters.get("holdfast.relay.halted").gauge().value());

        database.execute("SELECT rebase_feed('events', now() - interval '1 hour')");

        await().atMost(Duration.ofSeconds(30)).until(() -> broker.wire.contains("after 1"));
        assertEquals(List.of("before 1", "after 1"), broker.wire);
        assertEquals(List.of(), metrics.halted());
    }

    @Test
    @DisplayName("is noticed by a relay that had the feed all along")
    void underTheRelay() throws Exception {
        start();
        write("before", 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> broker.wire.contains("before 1"));
        restored();
        write("after", 1);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            relay.ring();
                            return !metrics.halted().isEmpty();
                        });
        assertEquals(List.of("before 1"), broker.wire);
    }

    @Test
    @DisplayName("is known by its rows alone, if the feed was far behind")
    void byItsRows() throws Exception {
        write("a", 1);
        database.execute("UPDATE outbox SET xid = '4000000000'");
        var found = assertThrows(Restored.class, cursor::check);
        assertEquals(
                "Feed 'events' is not relayed: the database was restored to an earlier time. Decide what is to be"
                        + " sent again, as docs/runbooks/restored-database.md says, with SELECT rebase_feed('events', …).",
                found.getMessage());
    }

    @Test
    @DisplayName("stays known as such once its transaction ids have caught up")
    void caughtUp() throws Exception {
        restored();
        assertThrows(Restored.class, cursor::check);
        database.execute("UPDATE feed_cursor SET lo = '3:3:'");
        assertThrows(Restored.class, cursor::check);
        assertTrue(cursor.take(MessageIds.next()).isEmpty());
    }

    @Test
    @DisplayName("sends again what was written since, and what was not relayed, however old")
    void rebase() throws Exception {
        write("relayed", 1);
        SteppedRelay.rest(database);
        write("waits", 1);
        database.execute("UPDATE outbox SET recorded_at = now() - interval '3 days'");
        write("young", 1);
        assertEquals(
                List.of("2"),
                database.column("SELECT rebase_feed('events', now() - interval '1 hour')"));
        assertEquals(List.of("waits 1", "young 1"), SteppedRelay.rest(database));
    }

    @Test
    @DisplayName("loses nothing that is written while it is rebased, by transactions old and new")
    void writersMeanwhile() throws Exception {
        restored();
        try (Connection old = database.begin()) {
            old.createStatement().execute("SELECT pg_current_xact_id()");
            try (Connection rebasing = database.begin()) {
                rebasing.createStatement().execute("SELECT pg_current_xact_id()");
                database.execute("SELECT pg_current_xact_id()");
                rebasing.createStatement().execute("SELECT rebase_feed('events', now())");
                rebasing.commit();
            }
            write("new", 1);
            RelayDatabase.write(old, "old", 1);
            assertEquals(List.of("new 1"), SteppedRelay.rest(database));
            old.commit();
        }
        assertEquals(List.of("old 1"), SteppedRelay.rest(database));
    }

    @Test
    @DisplayName("is rebased only for feeds that there are")
    void unknown() {
        var refused =
                assertThrows(
                        SQLException.class,
                        () -> database.execute("SELECT rebase_feed('evnts', now())"));
        assertTrue(refused.getMessage().contains("There is no feed 'evnts'"), refused.getMessage());
    }

    private void restored() throws SQLException {
        database.execute("UPDATE outbox SET xid = '4000000000'");
        database.execute("UPDATE feed_cursor SET lo = '4000000001:4000000001:'");
    }

    private void start() {
        relay =
                RelayFeed.over(
                        database.source(),
                        Feed.EVENTS,
                        broker,
                        (feed, fence, key, message, reason) -> {},
                        10,
                        metrics,
                        new SendSpans(OpenTelemetry.noop().getTracer("test"), true));
        running = Thread.ofVirtual().start(relay);
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
}
