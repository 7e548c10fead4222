package dev.holdfast.benchmarks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events as the order-worker would publish them, written to Kafka as fast as Kafka takes them. */
final class StockEvents implements AutoCloseable {

    static final int KEYS = 5_000;
    private static final String TOPIC = "holdfast.stock";
    private static final String TYPE = "holdfast.stock.StockChanged.v1";

    private final KafkaProducer<String, byte[]> producer;

    StockEvents(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "lz4"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Returns when Kafka has all of them. */
    void write(int messages) {
        var problem = new AtomicReference<Exception>();
        for (int i = 0; i < messages; i++) {
            producer.send(record(i), (_, failure) -> problem.compareAndSet(null, failure));
        }
        producer.flush();
        if (problem.get() != null) {
            throw new IllegalStateException("Kafka did not take an event.", problem.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ProducerRecord<String, byte[]> record(int number) {
        String key = "SKU-" + number % KEYS;
        String body =
                """
                {"sku":"%s","onHand":%d,"reserved":0,"cause":"counted"}"""
                        .formatted(key, number);
        var record = new ProducerRecord<>(TOPIC, key, bytes(body));
        String id = UuidCreator.getTimeOrderedEpochPlus1().toString();
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_type", TYPE,
                        "ce_source", "/order-worker",
                        "ce_subject", key,
                        "ce_partitionkey", key,
                        "ce_time", Instant.now().toString(),
                        "ce_correlationid", id)
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
