package dev.holdfast.courier.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.courier.outbox.Broker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Many writers, some slow, some rolled back; a transaction that pins xmin; two relays whose broker
 * fails now and then and whose leases are torn away from them.
 */
@DisplayName("Whatever the writers and relays do to each other")
class CompetingRelaysTest {

    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 150;
    private static final int KEYS = 12;

    private final List<String> wire = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> committed = Collections.synchronizedMap(new HashMap<>());

    @Test
    @DisplayName("every committed row is sent, and each key's rows in order")
    void nothingLostOrderKept() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        try (var database = new RelayDatabase()) {
            database.execute("CREATE TABLE head (key text PRIMARY KEY, version bigint NOT NULL)");
            database.execute("INSERT INTO head SELECT 'k' || i, 0 FROM generate_series(0, 11) i");
            new CursorTable(database.source(), Feed.EVENTS).create();

            List<RelayFeed> relays = List.of(relay(database), relay(database));
            List<Thread> running =
                    relays.stream().map(relay -> Thread.ofVirtual().start(relay)).toList();
            try (Connection pinned = database.begin()) {
                pinned.createStatement().execute("SELECT pg_current_xact_id()");
                writeAll(database, seed, relays);
                Awaitility.await()
                        .alias("seed " + seed)
                        .atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(20))
                        .until(
                                () -> {
                                    relays.forEach(RelayFeed::ring);
                                    return lastSent().equals(committed);
                                });
            }
            relays.forEach(RelayFeed::stop);
            for (Thread thread : running) {
                thread.join();
            }
            assertEquals(Map.of(), outOfOrder(), "seed " + seed);
        }
    }

    private void writeAll(RelayDatabase database, long seed, List<RelayFeed> relays)
            throws InterruptedException {
        var failed = new AtomicInteger();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            var random = new Random(seed + i);
            writers.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            for (int n = 0; n < TRANSACTIONS; n++) {
                                                transaction(database, random);
                                                relays.get(random.nextInt(2)).ring();
                                                if (random.nextInt(40) == 0) {
                                                    database.execute(
                                                            "UPDATE feed_cursor SET lease_until = '-infinity'");
                                                }
                                            }
                                        } catch (SQLException e) {
                                            failed.incrementAndGet();
                                            throw new IllegalStateException(e);
                                        }
                                    }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(0, failed.get(), "writers failed, seed " + seed);
    }

    /** Locks a key's head, writes its next versions, commits or not. */
    private void transaction(RelayDatabase database, Random random) throws SQLException {
        String key = "k" + random.nextInt(KEYS);
        try (Connection connection = database.begin()) {
            connection.createStatement().execute("SELECT pg_current_xact_id()");
            pause(random);
            long version = lockedHead(connection, key);
            int events = 1 + random.nextInt(3);
            for (int i = 0; i < events; i++) {
                RelayDatabase.write(connection, key, ++version);
            }
            pause(random);
            try (var update =
                    connection.prepareStatement("UPDATE head SET version = ? WHERE key = ?")) {
                update.setLong(1, version);
                update.setString(2, key);
                update.executeUpdate();
            }
            if (random.nextInt(20) == 0) {
                connection.rollback();
                return;
            }
            connection.commit();
            committed.merge(key, version, Math::max);
        }
    }

    private static long lockedHead(Connection connection, String key) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT version FROM head WHERE key = ? FOR UPDATE")) {
            select.setString(1, key);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void pause(Random random) {
        if (random.nextInt(4) == 0) {
            LockSupport.parkNanos(random.nextInt(3_000_000));
        }
    }

    private RelayFeed relay(RelayDatabase database) {
        return RelayFeed.over(
                database.source(),
                Feed.EVENTS,
                new MoodyBroker(),
                (feed, fence, key, message, reason) -> {},
                10,
                new RelayMetrics(new SimpleMeterRegistry()),
                new SendSpans(OpenTelemetry.noop().getTracer("test"), true));
    }

    private Map<String, Long> lastSent() {
        Map<String, Long> last = new HashMap<>();
        synchronized (wire) {
            for (String sent : wire) {
                String[] parts = sent.split(" ");
                last.merge(parts[0], Long.valueOf(parts[1]), Math::max);
            }
        }
        return last;
    }

    /** The first version of each key that was sent although an earlier one had not been. */
    private Map<String, Long> outOfOrder() {
        Map<String, Long> last = new HashMap<>();
        Map<String, Long> ahead = new LinkedHashMap<>();
        for (String sent : List.copyOf(wire)) {
            String[] parts = sent.split(" ");
            long version = Long.parseLong(parts[1]);
            long before = last.getOrDefault(parts[0], 0L);
            if (version > before + 1) {
                ahead.putIfAbsent(parts[0], version);
            }
            last.put(parts[0], Math.max(before, version));
        }
        return ahead;
    }

    /** Takes a page, part of a page and then fails, or nothing. */
    private final class MoodyBroker implements Carrier {

        @Override
        public Broker broker() {
            return Broker.KAFKA;
        }

        @Override
        public Flight send(List<Outgoing> page) throws NotCarried {
            var random = ThreadLocalRandom.current();
            int taken = random.nextInt(10) == 0 ? random.nextInt(page.size()) : page.size();
            for (Outgoing message : page.subList(0, taken)) {
                wire.add(message.envelope().key() + " " + message.envelope().sequence());
            }
            if (taken < page.size()) {
                throw new NotCarried("The broker is in a mood.");
            }
            boolean lands = random.nextInt(20) > 0;
            return () -> {
                if (!lands) {
                    throw new NotCarried("The broker has forgotten.");
                }
            };
        }
    }
}
