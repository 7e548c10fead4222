package dev.holdfast.courier.parking;

import dev.holdfast.courier.drain.Intake;
import dev.holdfast.courier.drain.Stopping;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks for parked keys whose time has come, regularly and whenever this process knows of one, and
 * has them tried again.
 */
@ApplicationScoped
class Prober implements Intake {

    private static final Logger LOG = Logger.getLogger(Prober.class);
    private static final int KEYS = 50;

    private final ParkedKeys keys;
    private final KeyDrain drain;
    private final ParkingMetrics metrics;
    private final Instance<Comeback> comebacks;
    private final Stopping stopping;
    private final Duration every;
    private final Semaphore rung = new Semaphore(0);
    private Thread thread;

    Prober(
            ParkedKeys keys,
            KeyDrain drain,
            ParkingMetrics metrics,
            Instance<Comeback> comebacks,
            Stopping stopping,
            @ConfigProperty(name = "holdfast.parking.probe-every") Duration every) {
        this.keys = keys;
        this.drain = drain;
        this.metrics = metrics;
        this.comebacks = comebacks;
        this.stopping = stopping;
        this.every = every;
    }

    /** After the inbox has its partitions. A service that reads no events parks none. */
    void start(@Observes @Priority(5_000) StartupEvent start) {
        if (!comebacks.isUnsatisfied()) {
            thread = Thread.ofVirtual().name("parked-keys").start(this::keepProbing);
        }
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeysDue due) {
        rung.release();
    }

    @Override
    public void close() {
        rung.release();
    }

    @Override
    public boolean finished(Duration within) throws InterruptedException {
        return thread == null || thread.join(within);
    }

    private void keepProbing() {
        try {
            while (!stopping.begun()) {
                rung.tryAcquire(every.toNanos(), TimeUnit.NANOSECONDS);
                rung.drainPermits();
                comebacks.forEach(this::probe);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, it is tried again the next time. */
    private void probe(Comeback comeback) {
        try {
            for (ParkedKey key : due(comeback)) {
                drain.drain(comeback, key);
            }
        } catch (RuntimeException | Error e) {
            if (Classify.of(e) == FailureClass.DATABASE_DOWN) {
                LOG.debugf("Parked keys are left alone: %s", e.getMessage());
            } else {
                LOG.error("The parked keys could not be looked at.", e);
            }
        }
    }

    /** Without a transaction: who drains one of them looks again, and holds it. */
    private List<ParkedKey> due(Comeback comeback) {
        if (stopping.begun()) {
            return List.of();
        }
        metrics.parked(keys.count(comeback.consumer()));
        return keys.due(comeback.consumer(), KEYS);
    }
}
