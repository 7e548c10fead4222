package dev.holdfast.gateway.order;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets clients wait for an order to be confirmed or not. A waiting client costs a virtual thread
 * and nothing else: it is woken when this gateway's view of the order changes, and looks by itself
 * from time to time in case another replica changes the view.
 */
@ApplicationScoped
class SettledOrders {

    private final OrderViewTable view;
    private final long lookAgainMillis;
    private final ConcurrentHashMap<UUID, Set<Semaphore>> waiting = new ConcurrentHashMap<>();
    private volatile boolean closing;

    SettledOrders(
            OrderViewTable view,
            @ConfigProperty(name = "holdfast.orders.look-again", defaultValue = "500ms")
                    Duration lookAgain) {
        this.view = view;
        this.lookAgainMillis = lookAgain.toMillis();
    }

    /**
     * Waits until the order is settled, or the time is over, or the gateway is about to stop.
     *
     * @return whether it is settled
     */
    boolean await(UUID order, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        var bell = enter(order);
        try {
            while (true) {
                bell.drainPermits();
                if (view.status(order).filter(OrderStatus::settled).isPresent()) {
                    return true;
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || closing) {
                    return false;
                }
                bell.tryAcquire(Math.min(left, lookAgainMillis), TimeUnit.MILLISECONDS);
            }
        } finally {
            leave(order, bell);
        }
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrdersChanged changed) {
        changed.orders().forEach(order -> ring(waiting.getOrDefault(order, Set.of())));
    }

    /** A client that waits would hold up the stop; it is told what is known by then. */
    void onStop(@Observes ShutdownDelayInitiatedEvent stop) {
        closing = true;
        waiting.values().forEach(SettledOrders::ring);
    }

    private Semaphore enter(UUID order) {
        var bell = new Semaphore(0);
        waiting.compute(
                order,
                (id, bells) -> {
                    var all = bells == null ? ConcurrentHashMap.<Semaphore>newKeySet() : bells;
                    all.add(bell);
                    return all;
                });
        return bell;
    }

    private void leave(UUID order, Semaphore bell) {
        waiting.computeIfPresent(
                order,
                (id, bells) -> {
                    bells.remove(bell);
                    return bells.isEmpty() ? null : bells;
                });
    }

    private static void ring(Set<Semaphore> bells) {
        bells.forEach(Semaphore::release);
    }
}
