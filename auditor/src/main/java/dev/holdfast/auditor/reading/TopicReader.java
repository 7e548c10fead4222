package dev.holdfast.auditor.reading;

import dev.holdfast.auditor.UnreadableEvidence;
import dev.holdfast.auditor.evidence.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands on Kafka's topics. It joins no group and commits nothing. */
final class TopicReader {

    private static final String OURS = "holdfast.";
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All records up to the end that the topics have now, partition by partition in order. */
    List<TopicRecord> records() {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<TopicRecord> records = new ArrayList<>();
            while (!reached(consumer, ends)) {
                consumer.poll(POLL).forEach(record -> read(record).ifPresent(records::add));
            }
            return records;
        } catch (KafkaException e) {
            throw new UnreadableEvidence("Kafka cannot be read: " + e.getMessage(), e);
        }
    }

    private Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "auditor",
                        "default.api.timeout.ms",
                        20_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith(OURS))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** What is no envelope of ours is nothing to be ordered; its reader sets it aside. */
    private static Optional<TopicRecord> read(ConsumerRecord<String, byte[]> record) {
        try {
            String version = header(record, "ce_sequence");
            return Optional.of(
                    new TopicRecord(
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            record.key(),
                            UUID.fromString(header(record, "ce_id")),
                            version == null ? null : Long.valueOf(version)));
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
