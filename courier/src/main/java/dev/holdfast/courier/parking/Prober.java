package dev.holdfast.courier.parking;

import dev.holdfast.courier.retry.Attempt;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tries parked keys again when their time has come, and lets go those that are through.
 *
 * <p><b>Guarantee.</b> The records of a key are handled in their order, each once; what is handled
 * leaves the line in the same transaction. Any number of replicas may do this at once.
 */
@ApplicationScoped
class Prober {

    private static final Logger LOG = Logger.getLogger(Prober.class);
    private static final int KEYS = 50;
    private static final int TOGETHER = 50;

    private final ParkedKeys keys;
    private final ParkedMessages messages;
    private final Instance<Comeback> comebacks;
    private final AtomicLong parked = new AtomicLong();

    Prober(
            ParkedKeys keys,
            ParkedMessages messages,
            Instance<Comeback> comebacks,
            MeterRegistry meters) {
        this.keys = keys;
        this.messages = messages;
        this.comebacks = comebacks;
        meters.gauge("holdfast.parked.keys", parked);
    }

    @Scheduled(
            every = "{holdfast.parking.probe-every}",
            identity = "parked-keys",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        try {
            comebacks.forEach(this::probe);
        } catch (RuntimeException e) {
            if (Classify.of(e) != FailureClass.DATABASE_DOWN) {
                throw e;
            }
            LOG.debugf("Parked keys are left alone: %s", e.getMessage());
        }
    }

    private void probe(Comeback comeback) {
        List<ParkedKey> due =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    parked.set(keys.count(comeback.consumer()));
                                    return keys.due(comeback.consumer(), KEYS);
                                });
        for (ParkedKey key : due) {
            drain(comeback, key);
        }
    }

    /** As many as can be at a time; if that fails one by one, so that each that can go on does. */
    private void drain(Comeback comeback, ParkedKey key) {
        int atOnce = TOGETHER;
        boolean more = true;
        while (more) {
            try {
                more = step(comeback, key, atOnce);
            } catch (RuntimeException | Error e) {
                FailureClass failure = Classify.of(e);
                if (failure == FailureClass.DATABASE_DOWN) {
                    throw e;
                }
                more = atOnce > 1;
                atOnce = 1;
                if (!more) {
                    failed(key, failure, e);
                }
            }
        }
    }

    /** Whether there may be more behind what was handled. */
    private boolean step(Comeback comeback, ParkedKey key, int atOnce) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            OptionalInt attempts = keys.hold(key);
                            if (attempts.isEmpty()) {
                                return false;
                            }
                            List<ParkedMessage> first = messages.first(key, atOnce);
                            if (first.isEmpty()) {
                                keys.letGo(key);
                                LOG.infof("Key %s of %s goes on.", key.key(), key.topic());
                                return false;
                            }
                            comeback.handle(key.topic(), first);
                            messages.remove(key, first);
                            return true;
                        });
    }

    private void failed(ParkedKey key, FailureClass failure, Throwable e) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                keys.hold(key)
                                        .ifPresent(
                                                attempts ->
                                                        keys.later(
                                                                key,
                                                                failure.label(),
                                                                Attempt.describe(e),
                                                                Pace.after(attempts))));
        LOG.debugf(e, "Key %s of %s failed again.", key.key(), key.topic());
    }
}
