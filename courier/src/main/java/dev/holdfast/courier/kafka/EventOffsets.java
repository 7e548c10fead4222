package dev.holdfast.courier.kafka;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private final KafkaClientService clients;
    private final Map<TopicPartition, OffsetAndMetadata> taken = new ConcurrentHashMap<>();
    private final Set<TopicPartition> assigned = ConcurrentHashMap.newKeySet();

    EventOffsets(KafkaClientService clients) {
        this.clients = clients;
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
            consumer.commitSync(unread(consumer, partitions), PATIENCE);
        } catch (KafkaException e) {
            LOG.warnf("Partitions without an offset stay so for now: %s", e.getMessage());
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

    private static Map<TopicPartition, OffsetAndMetadata> unread(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                consumer.committed(Set.copyOf(partitions), PATIENCE);
        Map<TopicPartition, OffsetAndMetadata> unread = new HashMap<>();
        for (TopicPartition partition : partitions) {
            if (committed.get(partition) == null) {
                long position = consumer.position(partition, PATIENCE);
                unread.put(partition, new OffsetAndMetadata(position));
            }
        }
        return unread;
    }
}
