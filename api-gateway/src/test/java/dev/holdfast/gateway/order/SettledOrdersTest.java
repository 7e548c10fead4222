package dev.holdfast.gateway.order;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.Facts;
import dev.holdfast.gateway.Store;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** In tests, who is not woken looks only after four seconds. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SettledOrdersTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(2);

    @Inject Store store;
    @Inject SettledOrders settled;

    private final UUID id = MessageIds.next();

    @Test
    void wakesWhoWaitsWhenTheViewChanges() throws Exception {
        var events = Facts.confirmedOrder(id, "web-1", "c-1");
        store.take(events.subList(0, 2));
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> waiting = () -> settled.await(id, LONG);
            var first = clients.submit(waiting);
            var second = clients.submit(waiting);
            long begun = System.nanoTime();
            store.take(events.subList(2, 4));
            assertTrue(first.get());
            assertTrue(second.get());
            assertTrue(System.nanoTime() - begun < SOON.toNanos(), "Nobody was woken.");
        }
    }

    @Test
    void asksNobodyToWaitForWhatIsThere() throws InterruptedException {
        store.take(Facts.confirmedOrder(id, "web-1", "c-1"));
        assertTrue(settled.await(id, LONG));
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws InterruptedException {
        store.take(Facts.confirmedOrder(id, "web-1", "c-1").subList(0, 3));
        assertFalse(settled.await(id, Duration.ofMillis(50)));
    }
}
