package dev.holdfast.benchmarks.service;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Hears from Kafka's producer which messages are acknowledged. Made by Kafka, hence what it hears
 * for is static; the consumer has the same configuration, hence it passes for an interceptor there
 * too.
 */
public final class Acknowledged
        implements ProducerInterceptor<String, byte[]>, ConsumerInterceptor<String, byte[]> {

    private static final Map<String, Way> AWAITED = new ConcurrentHashMap<>();

    /** From now on, the acknowledgement of this message is noted. */
    static void await(String messageId, Way way) {
        AWAITED.put(messageId, way);
    }

    @Override
    public void onAcknowledgement(RecordMetadata place, Exception failure, Headers headers) {
        if (failure != null || AWAITED.isEmpty()) {
            return;
        }
        Header id = headers.lastHeader("ce_id");
        if (id != null) {
            Way way = AWAITED.remove(new String(id.value(), StandardCharsets.UTF_8));
            if (way != null) {
                way.acknowledged();
            }
        }
    }

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
        return record;
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
