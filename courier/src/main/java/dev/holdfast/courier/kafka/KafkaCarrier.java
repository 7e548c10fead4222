package dev.holdfast.courier.kafka;

import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.relay.Carrier;
import dev.holdfast.courier.relay.NotCarried;
import dev.holdfast.courier.relay.Outgoing;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Takes events to Kafka: idempotent, {@code acks=all}, a whole page sent and then awaited. No
 * transactions: they would leave offsets behind that no consumer commits.
 */
@ApplicationScoped
class KafkaCarrier implements Carrier {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Map<String, Object> configuration;
    private final TopicSetup topics;
    private Producer<String, byte[]> producer;

    KafkaCarrier(
            @Identifier("default-kafka-broker") Map<String, Object> defaults, TopicSetup topics) {
        this.topics = topics;
        this.configuration = new HashMap<>(defaults);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "holdfast-relay");
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    @Override
    public Broker broker() {
        return Broker.KAFKA;
    }

    @Override
    public void carry(List<Outgoing> page) throws NotCarried, InterruptedException {
        var open = open();
        List<Future<RecordMetadata>> sent = new ArrayList<>(page.size());
        try {
            for (Outgoing message : page) {
                sent.add(open.send(record(message)));
            }
            open.flush();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException | KafkaException e) {
            close();
            throw new NotCarried("Kafka did not confirm: " + e.getMessage(), e);
        }
    }

    /** After the relay has stopped. */
    void stop(@Observes @Priority(20_000) ShutdownEvent stop) {
        close();
    }

    /** The topics first: a broker that came back empty would not know them. */
    private synchronized Producer<String, byte[]> open() throws NotCarried, InterruptedException {
        if (producer == null) {
            try {
                topics.ensure();
            } catch (TopicsMissing e) {
                throw new NotCarried(e.getMessage(), e);
            }
            producer =
                    new KafkaProducer<>(
                            configuration, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    private synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE);
            producer = null;
        }
    }

    private static ProducerRecord<String, byte[]> record(Outgoing message) {
        var record =
                new ProducerRecord<>(message.address(), message.envelope().key(), message.body());
        record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        CloudEventHeaders.write(message.envelope())
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
