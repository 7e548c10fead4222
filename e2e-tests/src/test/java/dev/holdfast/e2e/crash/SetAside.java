package dev.holdfast.e2e.crash;

import dev.holdfast.devstack.postgres.Postgres;
import dev.holdfast.e2e.Api;
import dev.holdfast.e2e.Suite;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * Commands that go astray all the time, into the queue of dead letters, and an operator who
 * redrives them. In the end each moves one piece of stock.
 */
final class SetAside implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String WRITE =
            """
            INSERT INTO orders.outbox (broker, exchange, address, message_id, type, source, key, correlation_id, body)
            VALUES (1, '', 'order-worker.commands.dead', ?, 'holdfast.stock.AdjustStock.v1', '/order-worker', ?, ?, ?)
            """;

    private final Postgres postgres;
    private final Api operator;
    private final String sku = "SKU-" + UUID.randomUUID();
    private final AtomicInteger astray = new AtomicInteger();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);

    private SetAside(Suite suite) throws IOException, InterruptedException {
        postgres = suite.stack().postgres();
        operator = new Api(suite, "operator", "op-1");
    }

    /** Begins. */
    static SetAside begin(Suite suite) throws IOException, InterruptedException {
        var setAside = new SetAside(suite);
        setAside.operator.item(setAside.sku, 100, 1);
        setAside.every(1, setAside::dead);
        setAside.every(3, setAside::redrive);
        return setAside;
    }

    /** Sends nothing astray any more, and returns once everything has found its way. */
    void end() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The operator does not come to an end.");
        }
        Awaitility.await("everything redriven")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .until(
                        () -> {
                            redrive();
                            return stock() == 1 + astray.get();
                        });
        if (!failures.isEmpty()) {
            throw new AssertionError("The operator could not go on.", failures.getFirst());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void every(int seconds, Step step) {
        clock.scheduleAtFixedRate(() -> noting(step), seconds, seconds, TimeUnit.SECONDS);
    }

    private void noting(Step step) {
        try {
            step.run();
        } catch (IOException gatewayIsAway) {
            // Killed on purpose: the next round asks again.
            return;
        } catch (SQLException | InterruptedException | RuntimeException | Error e) {
            failures.add(e);
        }
    }

    private void dead() throws SQLException {
        UUID id = newId();
        String body =
                """
                {"movementId": "%s", "sku": "%s", "delta": 1, "reason": "found"}"""
                        .formatted(id, sku);
        try (var connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), "postgres", postgres.password());
                var insert = connection.prepareStatement(WRITE)) {
            insert.setObject(1, id);
            insert.setString(2, sku);
            insert.setObject(3, id);
            insert.setString(4, body);
            insert.executeUpdate();
        }
        astray.incrementAndGet();
    }

    private void redrive() throws IOException, InterruptedException {
        operator.post(
                "/v1/dead-letters/redrive",
                """
                {"filter": {"service": "order-worker"}, "reason": "It was sent astray."}""");
    }

    private long stock() throws IOException, InterruptedException {
        return operator.get("/v1/items/" + sku).body().path("onHand").asLong();
    }

    /** A UUIDv7. */
    private static UUID newId() {
        var random = ThreadLocalRandom.current();
        long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & (-1L >>> 2) | Long.MIN_VALUE);
    }

    private interface Step {
        void run() throws IOException, SQLException, InterruptedException;
    }
}
