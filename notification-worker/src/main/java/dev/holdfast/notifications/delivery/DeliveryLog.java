package dev.holdfast.notifications.delivery;

import dev.holdfast.courier.message.MessageIds;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes a row for every attempt, and counts them. */
@ApplicationScoped
public class DeliveryLog {

    private static final int ANSWER_KEPT = 1000;

    private final MeterRegistry metrics;

    DeliveryLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Writes the attempt in a transaction of its own, for one that leaves the matter open. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void writeNow(UUID notificationId, Attempt attempt) {
        write(notificationId, attempt);
    }

    /** Writes the attempt in the current transaction, with what it leads to. */
    public void write(UUID notificationId, Attempt attempt) {
        var delivery = new Delivery();
        delivery.id = MessageIds.next();
        delivery.notificationId = notificationId;
        delivery.attemptedAt = attempt.at();
        delivery.latencyMillis = Math.toIntExact(attempt.latency().toMillis());
        delivery.outcome = attempt.outcome();
        delivery.answer = cut(attempt.answer());
        delivery.persist();
        metrics.timer("holdfast.mail.attempts", "outcome", attempt.outcome().label())
                .record(attempt.latency());
    }

    private static String cut(String answer) {
        String kept = answer.replace("\u0000", "");
        return kept.length() <= ANSWER_KEPT ? kept : kept.substring(0, ANSWER_KEPT);
    }
}
