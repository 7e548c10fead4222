package dev.holdfast.courier.rabbit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.relay.Outgoing;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** What a message for RabbitMQ has beside its body. */
final class CommandProperties {

    private static final int PERSISTENT = 2;

    private final ObjectMapper json;

    CommandProperties(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The message's properties.
     *
     * @throws IllegalArgumentException if its further headers are no JSON object
     */
    BasicProperties of(Outgoing message) {
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
            throw new IllegalArgumentException("its headers are no JSON object", e);
        }
    }
}
