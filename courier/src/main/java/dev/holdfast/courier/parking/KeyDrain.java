package dev.holdfast.courier.parking;

import dev.holdfast.courier.drain.Stopping;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.inbox.Progress;
import dev.holdfast.courier.inbox.Versions;
import dev.holdfast.courier.retry.Attempt;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/**
 * Has what waits behind a parked key handled, and lets the key go when nothing waits any more.
 *
 * <p><b>Guarantee.</b> The records of a key are handled in the order of their versions, each once;
 * what is handled leaves the line in the same transaction. Any number of replicas may do this at
 * once.
 */
@ApplicationScoped
class KeyDrain {

    private static final Logger LOG = Logger.getLogger(KeyDrain.class);
    private static final int TOGETHER = 50;

    private final ParkedKeys keys;
    private final ParkedMessages messages;
    private final Versions versions;
    private final ParkingMetrics metrics;
    private final Stopping stopping;

    KeyDrain(
            ParkedKeys keys,
            ParkedMessages messages,
            Versions versions,
            ParkingMetrics metrics,
            Stopping stopping) {
        this.keys = keys;
        this.messages = messages;
        this.versions = versions;
        this.metrics = metrics;
        this.stopping = stopping;
    }

    /** As many as can be at a time; if that fails one by one, so that each that can go on does. */
    void drain(Comeback comeback, ParkedKey key) {
        int atOnce = TOGETHER;
        boolean more = true;
        while (more && !stopping.begun()) {
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
        return QuarkusTransaction.requiringNew().call(() -> inTransaction(comeback, key, atOnce));
    }

    boolean inTransaction(Comeback comeback, ParkedKey key, int atOnce) {
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
        Progress progress = versions.of(key.consumer(), key.topic(), List.of(key.key()));
        var turns = ParkedTurns.of(first, progress);
        if (turns.done().isEmpty()) {
            String detail = Gap.detail(first.getFirst().sequence(), progress.last(key.key()));
            keys.later(key, true, Gap.REASON, detail, Pace.after(attempts.getAsInt()));
            return false;
        }
        if (!turns.now().isEmpty()) {
            comeback.handle(key.topic(), turns.now());
            versions.moveOn(key.consumer(), key.topic(), progress);
        }
        messages.remove(key, turns.done());
        metrics.drained(turns.now().size());
        Failpoint.at("parked.handled-not-committed");
        return true;
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
                                                                failure
                                                                        != FailureClass
                                                                                .CIRCUIT_OPEN,
                                                                failure.label(),
                                                                Attempt.describe(e),
                                                                Pace.after(attempts))));
        LOG.debugf(e, "Key %s of %s failed again.", key.key(), key.topic());
    }
}
