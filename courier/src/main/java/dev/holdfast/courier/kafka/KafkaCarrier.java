package dev.holdfast.courier.kafka;

import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.relay.Carrier;
import dev.holdfast.courier.relay.Flight;
import dev.holdfast.courier.relay.NotCarried;
import dev.holdfast.courier.relay.Outgoing;
import dev.holdfast.courier.relay.PageRefused;
import dev.holdfast.courier.relay.Refusal;
import dev.holdfast.courier.relay.Refused;
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
 * Takes events to Kafka: idempotent, {@code acks=all}, pages sent one after the other and then
 * awaited. No transactions: they would leave offsets behind that no consumer commits.
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
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
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
    public Flight send(List<Outgoing> page) throws NotCarried, InterruptedException {
        var open = open();
        List<Future<RecordMetadata>> sent = new ArrayList<>(page.size());
        try {
            for (Outgoing message : page) {
                Future<RecordMetadata> answer = open.send(record(message));
                if (answer.isDone()) {
                    refusedAtOnce(message, answer);
                }
                sent.add(answer);
            }
        } catch (KafkaException | IllegalStateException e) {
            close(open);
            throw new NotCarried("Kafka takes no messages: " + e.getMessage(), e);
        }
        return () -> land(open, page, sent);
    }

    /** What the client itself refuses, before another message of the key is given to it. */
    private static void refusedAtOnce(Outgoing message, Future<RecordMetadata> answer)
            throws Refused, InterruptedException {
        try {
            answer.get();
        } catch (ExecutionException e) {
            if (KafkaRefusal.isForGood(e.getCause())) {
                throw new Refused(List.of(KafkaRefusal.of(message, e.getCause())));
            }
        }
    }

    private void land(
            Producer<String, byte[]> producer,
            List<Outgoing> page,
            List<Future<RecordMetadata>> sent)
            throws NotCarried, InterruptedException {
        List<Refusal> refusals = new ArrayList<>();
        Throwable failure = null;
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get();
            } catch (ExecutionException e) {
                if (KafkaRefusal.isForGood(e.getCause())) {
                    refusals.add(KafkaRefusal.of(page.get(i), e.getCause()));
                } else {
                    failure = e.getCause();
                }
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        if (failure != null) {
            close(producer);
            throw KafkaRefusal.isOfPage(failure)
                    ? new PageRefused("Kafka refuses a batch: " + failure.getMessage(), failure)
                    : new NotCarried("Kafka did not confirm: " + failure.getMessage(), failure);
        }
    }

    /** After the relay has stopped. */
    synchronized void stop(@Observes @Priority(20_000) ShutdownEvent stop) {
        if (producer != null) {
            producer.close(CLOSE);
        }
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

    /**
     * At once: what is still under way behind a failure must not arrive before what failed. Another
     * feed may have had the same producer and have closed it already.
     */
    private synchronized void close(Producer<String, byte[]> failed) {
        failed.close(Duration.ZERO);
        if (producer == failed) {
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
