package dev.holdfast.courier.kafka;

import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Stopping;
import dev.holdfast.courier.failpoint.Failpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Takes what one poll brought, its partitions beside each other. */
@ApplicationScoped
class EventPoll {

    private static final Logger LOG = Logger.getLogger(EventPoll.class);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);

    private final EventPartition partition;
    private final EventOffsets offsets;
    private final Stopping stopping;
    private final Semaphore places;

    EventPoll(
            EventPartition partition,
            EventOffsets offsets,
            Stopping stopping,
            @ConfigProperty(name = "holdfast.courier.partitions") int atOnce) {
        this.partition = partition;
        this.offsets = offsets;
        this.stopping = stopping;
        this.places = new Semaphore(atOnce);
    }

    /**
     * Takes all of it, then tells Kafka. If the process stops first, Kafka is told of the
     * partitions that were done, and brings the others again.
     */
    void take(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> next = new ConcurrentHashMap<>();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("events-", 0).factory())) {
            for (TopicPartition one : records.partitions()) {
                threads.execute(() -> take(one, records, next));
            }
        }
        Failpoint.at("event.committed-not-told");
        offsets.taken(next);
    }

    /** A defect of ours must not let records slip by: what is not durable is taken again. */
    private void take(
            TopicPartition one,
            ConsumerRecords<String, byte[]> records,
            Map<TopicPartition, OffsetAndMetadata> next) {
        var came = records.records(one);
        List<EventRecord> read = came.stream().map(EventRecord::of).toList();
        places.acquireUninterruptibly();
        try {
            while (!durable(one, read)) {
                stopping.pause(AFTER_DEFECT);
            }
            var last = came.getLast();
            next.put(one, new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), ""));
        } catch (HandedBack e) {
            LOG.debugf("%s goes back to Kafka.", one);
        } finally {
            places.release();
        }
    }

    private boolean durable(TopicPartition one, List<EventRecord> records) {
        try {
            partition.take(one.topic(), records);
            return true;
        } catch (HandedBack e) {
            throw e;
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Records of %s met a defect of the courier.", one);
            return false;
        }
    }
}
