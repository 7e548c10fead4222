package dev.holdfast.courier.receiving;

import dev.holdfast.contracts.Topics;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.devstack.stack.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends events as the relay would, and more often, all to one partition. */
final class Kafka {

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(configuration(), new StringSerializer(), new ByteArraySerializer());

    void send(Envelope envelope, byte[] body) throws Exception {
        send(0, envelope, body).get();
    }

    /** Without waiting for Kafka to have it. */
    Future<RecordMetadata> send(int partition, Envelope envelope, byte[] body) {
        var record = new ProducerRecord<>(Topics.STOCK, partition, envelope.key(), body);
        CloudEventHeaders.write(envelope)
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer.send(record);
    }

    /** For how many partitions the group has an offset. */
    static int committed(String group) throws Exception {
        try (Admin admin = Admin.create(configuration())) {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .size();
        }
    }

    void end() {
        producer.close();
    }

    private static Map<String, Object> configuration() {
        return Map.of("bootstrap.servers", TestServers.shared().kafka().bootstrapServers());
    }
}
