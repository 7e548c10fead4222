package dev.holdfast.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How much Kafka has of a topic. */
final class TopicEnd implements AutoCloseable {

    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();

    TopicEnd(String bootstrapServers, String topic)
            throws ExecutionException, InterruptedException {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
        described
                .get(topic)
                .partitions()
                .forEach(
                        one ->
                                partitions.put(
                                        new TopicPartition(topic, one.partition()),
                                        OffsetSpec.latest()));
    }

    /** Records written since the topic was made. */
    long records() throws ExecutionException, InterruptedException {
        return admin.listOffsets(partitions).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
