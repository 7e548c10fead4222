package dev.holdfast.courier.kafka;

import static dev.holdfast.courier.kafka.EventBatch.CONSUMER;

import dev.holdfast.courier.deadletter.DeadLetter;
import dev.holdfast.courier.deadletter.DeadLetters;
import dev.holdfast.courier.deadletter.Origin;
import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.parking.Parking;
import dev.holdfast.courier.retry.Attempt;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.Durably;
import dev.holdfast.courier.retry.FailureClass;
import dev.holdfast.courier.retry.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes what came from one partition, in order, until all of it is durable: handled, parked or a
 * dead letter. A record that fails is found by halving, and parked with its key; the partition goes
 * on without it.
 */
@ApplicationScoped
class EventPartition {

    private static final Logger LOG = Logger.getLogger(EventPartition.class);
    private static final int AT_ONCE = 3;

    private final EventReader reader;
    private final EventBatch batch;
    private final Inbox inbox;
    private final Parking parking;
    private final DeadLetters deadLetters;
    private final Durably durably;
    private final Outage outage;
    private final EventMetrics metrics;

    EventPartition(
            EventReader reader,
            EventBatch batch,
            Inbox inbox,
            Parking parking,
            DeadLetters deadLetters,
            Durably durably,
            Outage outage,
            EventMetrics metrics) {
        this.reader = reader;
        this.batch = batch;
        this.inbox = inbox;
        this.parking = parking;
        this.deadLetters = deadLetters;
        this.durably = durably;
        this.outage = outage;
        this.metrics = metrics;
    }

    /**
     * Takes the records.
     *
     * @throws HandedBack if the process stops first; what was not taken comes again
     */
    void take(String topic, List<EventRecord> records) {
        metrics.received(records.size());
        List<EventMessage> events = new ArrayList<>(records.size());
        for (EventRecord source : records) {
            switch (reader.read(source)) {
                case EventMessage event -> events.add(event);
                case EventRefusal refusal -> refuse(refusal);
            }
        }
        if (!events.isEmpty()) {
            taken(topic, events);
        }
    }

    private void taken(String topic, List<EventMessage> events) {
        int conflicts = 0;
        int broken = 0;
        while (true) {
            Throwable error = failure(topic, events);
            if (error == null) {
                return;
            }
            FailureClass failure = Classify.of(error);
            if (failure == FailureClass.DATABASE_DOWN && broken < AT_ONCE) {
                broken = outage.waitOut() ? 0 : broken + 1;
            } else if (failure == FailureClass.CONFLICT && conflicts < AT_ONCE) {
                conflicts++;
            } else if (events.size() == 1) {
                park(events.getFirst(), failure, error);
                return;
            } else {
                int half = events.size() / 2;
                taken(topic, events.subList(0, half));
                taken(topic, events.subList(half, events.size()));
                return;
            }
        }
    }

    private Throwable failure(String topic, List<EventMessage> events) {
        try {
            batch.take(topic, events);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private void park(EventMessage event, FailureClass failure, Throwable error) {
        metrics.failed(failure);
        metrics.parked(1);
        LOG.warnf(
                "Message %s (%s) failed (%s, %s); its key %s of %s is parked.",
                event.id(),
                event.envelope().type(),
                failure.label(),
                error.getClass().getSimpleName(),
                event.key(),
                event.source().topic());
        LOG.debugf(error, "Message %s failed.", event.id());
        durably.write(
                () -> {
                    if (!inbox.take(CONSUMER, List.of(event.envelope())).isEmpty()) {
                        var key = event.parkedKey(CONSUMER);
                        parking.park(key, failure.label(), Attempt.describe(error));
                        parking.append(CONSUMER, key.topic(), List.of(event.parked()));
                    }
                },
                Integer.MAX_VALUE);
        Failpoint.at("event.parked-not-told");
    }

    private void refuse(EventRefusal refusal) {
        var source = refusal.source();
        Envelope envelope = refusal.envelope();
        var letter =
                new DeadLetter(
                        CONSUMER,
                        Origin.TOPIC,
                        source.topic(),
                        envelope == null ? source.idOfPlace() : envelope.id(),
                        envelope == null ? null : envelope.type(),
                        envelope == null ? null : envelope.key(),
                        source.headers(),
                        source.body(),
                        refusal.reason(),
                        "%s: %s".formatted(source.place(), refusal.detail()),
                        "[]",
                        Instant.now(),
                        envelope == null ? null : Cause.of(envelope));
        durably.write(() -> deadLetters.record(letter), Integer.MAX_VALUE);
    }
}
