package dev.holdfast.courier.kafka;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.handler.EventHandler;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.inbox.Progress;
import dev.holdfast.courier.inbox.Versions;
import dev.holdfast.courier.message.ProcessSpans;
import dev.holdfast.courier.parking.Parking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes events of one partition in one transaction: their inbox rows, their effects, their outgoing
 * messages, how far their keys have come, and those that wait behind a parked key.
 */
@ApplicationScoped
class EventBatch {

    static final String CONSUMER = "events";

    private static final Logger LOG = Logger.getLogger(EventBatch.class);

    private final Inbox inbox;
    private final Versions versions;
    private final Parking parking;
    private final Instance<EventHandler> handler;
    private final ProcessSpans spans;
    private final EventMetrics metrics;

    EventBatch(
            Inbox inbox,
            Versions versions,
            Parking parking,
            Instance<EventHandler> handler,
            ProcessSpans spans,
            EventMetrics metrics) {
        this.inbox = inbox;
        this.versions = versions;
        this.parking = parking;
        this.handler = handler;
        this.spans = spans;
        this.metrics = metrics;
    }

    /**
     * Takes the events, in their order.
     *
     * @throws RuntimeException if anything fails; nothing of it stands then
     */
    void take(String topic, List<EventMessage> events) {
        long start = System.nanoTime();
        QuarkusTransaction.requiringNew().run(() -> inTransaction(topic, events));
        metrics.processed(events.size(), System.nanoTime() - start);
    }

    void inTransaction(String topic, List<EventMessage> events) {
        List<EventMessage> fresh = fresh(events);
        if (fresh.isEmpty()) {
            return;
        }
        Set<String> keys = fresh.stream().map(EventMessage::key).collect(Collectors.toSet());
        Set<String> parked = parking.parked(CONSUMER, topic, keys);
        Progress progress = versions.of(CONSUMER, topic, keys);
        var turns = EventTurns.of(fresh, parked, progress);
        metrics.turns(turns);
        wait(topic, turns, progress);
        handle(topic, turns.now());
        versions.moveOn(CONSUMER, topic, progress);
        Failpoint.at("event.handled-not-committed");
    }

    private void wait(String topic, EventTurns turns, Progress progress) {
        turns.past().forEach(event -> LOG.debugf("Message %s is of the past.", event.id()));
        turns.early()
                .forEach(
                        (key, event) ->
                                parking.gap(
                                        event.parkedKey(CONSUMER),
                                        event.sequence(),
                                        progress.last(key)));
        if (!turns.waiting().isEmpty()) {
            parking.append(
                    CONSUMER, topic, turns.waiting().stream().map(EventMessage::parked).toList());
        }
        if (!turns.awaited().isEmpty()) {
            parking.probeNow(CONSUMER, topic, turns.awaited());
        }
    }

    /** Has the handler take events, in the current transaction. */
    void handle(String topic, List<EventMessage> events) {
        List<EventMessage> known = events.stream().filter(EventMessage::known).toList();
        metrics.ignored(events.size() - known.size());
        if (!known.isEmpty()) {
            var received = known.stream().map(EventMessage::received).toList();
            var envelopes = known.stream().map(EventMessage::envelope).toList();
            spans.process(topic, envelopes, () -> handler.get().handleAll(received));
        }
    }

    private List<EventMessage> fresh(List<EventMessage> events) {
        Set<UUID> fresh =
                inbox.take(CONSUMER, events.stream().map(EventMessage::envelope).toList());
        metrics.duplicates(events.size() - fresh.size());
        return events.stream().filter(event -> fresh.remove(event.id())).toList();
    }
}
