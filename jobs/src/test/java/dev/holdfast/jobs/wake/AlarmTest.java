package dev.holdfast.jobs.wake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private final Semaphore rung = new Semaphore(0);

    @Test
    void an_earlier_time_replaces_a_later_one() throws InterruptedException {
        try (var alarm = new Alarm("test", rung::release)) {
            alarm.ringIn(Duration.ofDays(1000));
            alarm.ringIn(Duration.ofMillis(50));

            assertTrue(rung.tryAcquire(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_later_time_does_not_replace_an_earlier_one() throws InterruptedException {
        try (var alarm = new Alarm("test", rung::release)) {
            alarm.ringIn(Duration.ofMillis(50));
            alarm.ringIn(Duration.ofDays(1));

            assertTrue(rung.tryAcquire(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void what_is_asked_for_while_it_rings_is_not_lost() throws InterruptedException {
        var ringing = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        Runnable ring =
                () -> {
                    ringing.countDown();
                    awaitQuietly(asked);
                    rung.release();
                };
        try (var alarm = new Alarm("test", ring)) {
            alarm.ringIn(Duration.ofSeconds(-1));
            assertTrue(ringing.await(5, TimeUnit.SECONDS));
            alarm.ringIn(Duration.ZERO);
            asked.countDown();

            assertTrue(rung.tryAcquire(2, 5, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_closed_alarm_is_silent() {
        var alarm = new Alarm("test", rung::release);
        alarm.ringIn(Duration.ofMillis(200));
        alarm.close();
        alarm.ringIn(Duration.ZERO);

        assertFalse(rung.tryAcquire());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
