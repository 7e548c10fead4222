package dev.holdfast.courier.rabbit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.relay.Carrier;
import dev.holdfast.courier.relay.NotCarried;
import dev.holdfast.courier.relay.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes commands to RabbitMQ: the one place that publishes there. Persistent, {@code mandatory},
 * each message confirmed by a quorum; a returned message is a failure, not a success.
 */
@ApplicationScoped
class RabbitCarrier implements Carrier {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PERSISTENT = 2;

    private final RabbitLink link;
    private final ObjectMapper json;
    private Channel channel;
    private ConfirmLedger ledger;

    RabbitCarrier(RabbitLink link, ObjectMapper json) {
        this.link = link;
        this.json = json;
    }

    @Override
    public Broker broker() {
        return Broker.RABBITMQ;
    }

    @Override
    public synchronized void carry(List<Outgoing> page) throws NotCarried, InterruptedException {
        boolean carried = false;
        try {
            open();
            for (Outgoing message : page) {
                publish(message);
            }
            ledger.await(PATIENCE);
            carried = true;
        } catch (IOException | AlreadyClosedException e) {
            throw new NotCarried("RabbitMQ closed the channel: " + e.getMessage(), e);
        } finally {
            if (!carried) {
                close();
            }
        }
    }

    private void publish(Outgoing message) throws IOException {
        ledger.expect(channel.getNextPublishSeqNo());
        channel.basicPublish(
                message.exchange(), message.address(), true, properties(message), message.body());
    }

    private BasicProperties properties(Outgoing message) {
        var envelope = message.envelope();
        Map<String, Object> headers = new HashMap<>(CloudEventHeaders.write(envelope));
        headers.putAll(further(message));
        return new BasicProperties.Builder()
                .messageId(envelope.id().toString())
                .type(envelope.type())
                .timestamp(Date.from(envelope.time()))
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .headers(headers)
                .build();
    }

    private Map<String, Object> further(Outgoing message) {
        if (message.headers() == null) {
            return Map.of();
        }
        try {
            return json.readValue(message.headers(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox has headers that are no JSON object.", e);
        }
    }

    private void open() throws NotCarried, IOException {
        if (channel != null && channel.isOpen()) {
            return;
        }
        close();
        var fresh = link.channel();
        var pending = new ConfirmLedger();
        fresh.confirmSelect();
        fresh.addConfirmListener(
                pending::confirmed, (number, upTo) -> pending.fail("RabbitMQ refused a message."));
        fresh.addReturnListener(
                returned ->
                        pending.fail(
                                "RabbitMQ has no queue for '%s'."
                                        .formatted(returned.getRoutingKey())));
        fresh.addShutdownListener(reason -> pending.fail("RabbitMQ closed the channel."));
        channel = fresh;
        ledger = pending;
    }

    /** Drops the channel with all that is pending on it: late confirms then count for nothing. */
    private void close() {
        if (channel != null) {
            try {
                channel.abort();
            } catch (IOException e) {
                throw new IllegalStateException("A channel's abort does not fail.", e);
            }
            channel = null;
        }
    }
}
