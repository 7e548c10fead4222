package dev.holdfast.courier.kafka;

import dev.holdfast.contracts.Topics;
import dev.holdfast.devstack.stack.TestServers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Another member of the application's consumer group that takes events as the application does. */
public final class SecondReplica implements AutoCloseable {

    private final EventPartition intake;
    private final Set<TopicPartition> assigned = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopped;

    SecondReplica(EventPartition intake, String group) {
        this.intake = intake;
        this.thread = Thread.ofPlatform().name("second-replica").start(() -> run(group));
    }

    /** The partitions that it reads now. */
    public Set<TopicPartition> assigned() {
        return Set.copyOf(assigned);
    }

    /** How many records it has taken. */
    public int taken() {
        return taken.get();
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(String group) {
        try (var consumer =
                new KafkaConsumer<>(
                        configuration(group),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.STOCK, Topics.ORDERS));
            while (!stopped) {
                take(consumer);
            }
        }
    }

    private void take(KafkaConsumer<String, byte[]> consumer) {
        var records = consumer.poll(Duration.ofMillis(100));
        assigned.retainAll(consumer.assignment());
        assigned.addAll(consumer.assignment());
        Map<TopicPartition, OffsetAndMetadata> durable = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> came = records.records(partition);
            intake.take(partition.topic(), came.stream().map(EventRecord::of).toList());
            taken.addAndGet(came.size());
            durable.put(partition, new OffsetAndMetadata(came.getLast().offset() + 1));
        }
        try {
            consumer.commitSync(durable);
        } catch (RebalanceInProgressException e) {
            // What was not committed comes again, to whoever gets the partition.
            return;
        }
    }

    private static Map<String, Object> configuration(String group) {
        return Map.of(
                "bootstrap.servers",
                TestServers.shared().kafka().bootstrapServers(),
                "group.id",
                group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "session.timeout.ms",
                6_000,
                "heartbeat.interval.ms",
                1_000,
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName());
    }
}
