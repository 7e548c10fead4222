package dev.holdfast.scheduler.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.scheduler.OutboxRows;
import dev.holdfast.scheduler.Servers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Timers fire by themselves, when they are due and not at the next tick. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ClockworkTest {

    @Inject SetTimerHandler setTimer;
    @Inject OutboxRows outbox;
    @Inject MeterRegistry metrics;

    @Test
    void a_timer_fires_when_it_is_due() {
        UUID order = MessageIds.next();
        set(order, Duration.ofMillis(700));

        outbox.awaited(order, 2);

        assertLatenessUnder(Duration.ofMillis(500), order);
        assertTrue(metrics.counter("holdfast.timers.fired").count() >= 1);
    }

    @Test
    void an_earlier_timer_set_later_does_not_wait_for_the_first() {
        UUID later = MessageIds.next();
        UUID earlier = MessageIds.next();
        set(later, Duration.ofSeconds(60));
        set(earlier, Duration.ofMillis(500));

        outbox.awaited(earlier, 2);

        assertLatenessUnder(Duration.ofMillis(500), earlier);
        assertTrue(outbox.of(later).isEmpty());
    }

    @Test
    void an_overdue_timer_fires_at_once() {
        UUID order = MessageIds.next();
        set(order, Duration.ofHours(-1));

        outbox.awaited(order, 2);
    }

    private void set(UUID order, Duration in) {
        QuarkusTransaction.requiringNew()
                .run(() -> setTimer.handle(Given.setTimer(order, Instant.now().plus(in))));
    }

    private static void assertLatenessUnder(Duration most, UUID order) {
        Timer timer =
                QuarkusTransaction.requiringNew().call(() -> Timer.findById("payment:" + order));
        assertEquals(TimerState.FIRED, timer.state);
        Duration late = Duration.between(timer.dueAt, timer.endedAt);
        assertTrue(!late.isNegative() && late.compareTo(most) < 0, () -> "late by " + late);
    }
}
