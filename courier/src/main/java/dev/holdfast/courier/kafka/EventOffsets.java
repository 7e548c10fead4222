package dev.holdfast.courier.kafka;

import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Stopping;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How far each partition was taken, as Kafka is told.
 *
 * <p>Only a hint: what is committed too little comes again, and the inbox knows it. A partition
 * that was never read has an offset too, so that whoever scales by lag can compute one.
 */
@ApplicationScoped
@Default
@Identifier(EventOffsets.NAME)
class EventOffsets implements KafkaConsumerRebalanceListener {

    static final String NAME = "events";

    private static final Logger LOG = Logger.getLogger(EventOffsets.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final KafkaClientService clients;
    private final Stopping stopping;
    private final Map<TopicPartition, OffsetAndMetadata> taken = new ConcurrentHashMap<>();
    private final Set<TopicPartition> assigned = ConcurrentHashMap.newKeySet();

    EventOffsets(KafkaClientService clients, Stopping stopping) {
        this.clients = clients;
        this.stopping = stopping;
    }

    /**
     * Everything before these offsets is durable. Partitions that moved on are another's to tell.
     */
    void taken(Map<TopicPartition, OffsetAndMetadata> durable) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(durable);
        next.keySet().retainAll(assigned);
        taken.putAll(next);
        clients.getConsumer(NAME)
                .commitAsync(next)
                .subscribe()
                .with(
                        _ -> LOG.tracef("Committed %s.", next),
                        e -> LOG.debugf("Offsets are committed later: %s", e.getMessage()));
    }

    /** Tells Kafka once more before the process stops. */
    void last() {
        if (taken.isEmpty()) {
            return;
        }
        try {
            clients.getConsumer(NAME).commit(Map.copyOf(taken)).await().atMost(PATIENCE);
        } catch (KafkaException | TimeoutException e) {
            LOG.debugf("The last offsets were not committed: %s", e.getMessage());
        }
    }

    /** How many partitions are read here. */
    int partitions() {
        return assigned.size();
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        assigned.addAll(partitions);
        try {
            commitUnread(consumer, partitions, partition -> consumer.position(partition, PATIENCE));
        } catch (KafkaException e) {
            LOG.infof("Partitions without an offset get theirs a little later: %s", e.getMessage());
            Thread.ofVirtual().name("events-offsets").start(this::commitUnreadLater);
        }
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> leaving = new HashMap<>(taken);
        leaving.keySet().retainAll(partitions);
        assigned.removeAll(partitions);
        taken.keySet().removeAll(partitions);
        try {
            consumer.commitSync(leaving, PATIENCE);
        } catch (KafkaException e) {
            LOG.debugf("Revoked partitions are read again elsewhere: %s", e.getMessage());
        }
    }

    /** Tries until it succeeds; on the consumer's thread, which alone may use it. */
    private void commitUnreadLater() {
        boolean done = false;
        while (!done) {
            try {
                stopping.pause(BEFORE_NEXT_TRY);
                clients.getConsumer(NAME)
                        .runOnPollingThread(this::commitUnreadSince)
                        .await()
                        .atMost(PATIENCE.multipliedBy(4));
                done = true;
            } catch (KafkaException | TimeoutException e) {
                LOG.debugf("Partitions still have no offset: %s", e.getMessage());
            } catch (HandedBack e) {
                return;
            }
        }
    }

    /** By now records may have been fetched: what is not known to be durable was not read. */
    private void commitUnreadSince(Consumer<?, ?> consumer) {
        Set<TopicPartition> unread = new HashSet<>(assigned);
        unread.removeAll(taken.keySet());
        var beginnings = consumer.beginningOffsets(unread, PATIENCE);
        commitUnread(consumer, unread, beginnings::get);
    }

    private static void commitUnread(
            Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions,
            Function<TopicPartition, Long> begin) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                consumer.committed(Set.copyOf(partitions), PATIENCE);
        Map<TopicPartition, OffsetAndMetadata> unread = new HashMap<>();
        for (TopicPartition partition : partitions) {
            if (committed.get(partition) == null) {
                unread.put(partition, new OffsetAndMetadata(begin.apply(partition)));
            }
        }
        consumer.commitSync(unread, PATIENCE);
    }
}
