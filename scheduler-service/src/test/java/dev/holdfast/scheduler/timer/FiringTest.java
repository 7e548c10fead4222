package dev.holdfast.scheduler.timer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.orders.ExpireOrder;
import dev.holdfast.contracts.scheduler.TimerFired;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.scheduler.OutboxRows;
import dev.holdfast.scheduler.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class FiringTest {

    @Inject SetTimerHandler setTimer;
    @Inject Firing firing;
    @Inject OutboxRows outbox;
    @Inject ObjectMapper json;

    @Test
    void a_due_timer_becomes_its_command_and_an_event() throws Exception {
        UUID order = MessageIds.next();
        Instant due = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MICROS);
        var set = Given.setTimer(order, due);
        QuarkusTransaction.requiringNew().run(() -> setTimer.handle(set));

        fireAll();

        var rows = outbox.awaited(order, 2);
        var command = rows.get(0);
        assertEquals("commands", command.exchange());
        assertEquals("order-worker.ExpireOrder", command.address());
        assertEquals("holdfast.orders.ExpireOrder.v1", command.type());
        assertEquals(new ExpireOrder(order), json.readValue(command.body(), ExpireOrder.class));
        var event = rows.get(1);
        assertEquals("holdfast.scheduler", event.address());
        assertEquals("holdfast.scheduler.TimerFired.v1", event.type());
        assertEquals(
                new TimerFired("payment:" + order, order.toString(), command.type(), due),
                json.readValue(event.body(), TimerFired.class));
        for (var row : rows) {
            assertEquals("/scheduler-service", row.source());
            assertEquals(set.envelope().correlationId(), row.correlationId());
            assertEquals(set.envelope().id(), row.causationId());
            assertEquals(Given.TRACEPARENT, row.traceparent());
            assertEquals(7, row.messageId().version());
            assertEquals(2, row.messageId().variant());
            assertTrue(age(row.messageId()).abs().compareTo(Duration.ofMinutes(1)) < 0);
        }
    }

    @Test
    void a_timer_never_fires_early() throws SQLException {
        UUID order = MessageIds.next();
        QuarkusTransaction.requiringNew()
                .run(() -> setTimer.handle(Given.setTimer(order, Instant.now().plusSeconds(60))));

        fireAll();

        assertTrue(outbox.of(order).isEmpty());
    }

    @Test
    void each_timer_fires_once_however_many_fire() throws Exception {
        List<UUID> orders = Stream.generate(MessageIds::next).limit(5_000).toList();
        Instant due = Instant.now();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                setTimer.handleAll(
                                        orders.stream()
                                                .map(order -> Given.setTimer(order, due))
                                                .toList()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> firer =
                    () -> {
                        fireAll();
                        return null;
                    };
            for (var done :
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(_ -> firer).toList())) {
                done.get();
            }
        }

        var keys = orders.stream().map(UUID::toString).toList();
        var messages =
                await().until(outbox::countByKey, counts -> counts.keySet().containsAll(keys));
        keys.forEach(key -> assertEquals(2, messages.get(key), () -> "messages of order " + key));
    }

    /** Fires until nothing is due, as the service does beside this test as well. */
    private void fireAll() throws SQLException {
        while (firing.fire().count() > 0) {
            Thread.onSpinWait();
        }
    }

    private static Duration age(UUID id) {
        return Duration.between(
                Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16), Instant.now());
    }
}
