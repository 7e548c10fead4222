package dev.holdfast.benchmarks;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.holdfast.devstack.rabbitmq.RabbitMq;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A quorum queue that the suite declares and nobody reads here, at the Java client's own pace. */
final class CommandQueue implements AutoCloseable {

    static final String EXCHANGE = "commands";
    static final String ROUTING_KEY = "notification-worker.Stored";
    private static final String QUEUE = "notification-worker.commands";

    private final Connection connection;
    private final Channel channel;

    CommandQueue(RabbitMq server) throws IOException, TimeoutException {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(server.port());
        factory.setUsername(server.user());
        factory.setPassword(server.password());
        connection = factory.newConnection();
        channel = connection.createChannel();
    }

    long messages() throws IOException {
        return channel.messageCount(QUEUE);
    }

    void empty() throws IOException {
        channel.queuePurge(QUEUE);
    }

    /**
     * Publishes what the relay would, with at most {@code window} messages unconfirmed at any time,
     * and returns when all are confirmed.
     */
    void publish(int messages, int window) throws IOException, InterruptedException {
        try (Channel own = connection.createChannel()) {
            var unconfirmed = new ConfirmWindow(window);
            own.confirmSelect();
            own.addConfirmListener(unconfirmed::confirmed, unconfirmed::refused);
            byte[] body = body();
            for (int i = 0; i < messages; i++) {
                unconfirmed.enter();
                own.basicPublish(EXCHANGE, ROUTING_KEY, true, properties(i), body);
            }
            unconfirmed.awaitEmpty();
        } catch (TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private static byte[] body() {
        return "{\"reference\": \"web-1001\", \"text\": \"%s\"}"
                .formatted("x".repeat(160))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As many headers, and as long, as the relay's. */
    private static BasicProperties properties(int number) {
        String id = "019ab000-0000-7000-8000-%012d".formatted(number);
        String key = "k" + number / StoredMessages.PER_KEY;
        Map<String, Object> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", "holdfast.bench.Stored.v1");
        headers.put("ce_source", "/benchmarks");
        headers.put("ce_subject", key);
        headers.put("ce_partitionkey", key);
        headers.put("ce_time", "2026-01-01T00:00:00.000000Z");
        headers.put("ce_correlationid", id);
        return MessageProperties.PERSISTENT_BASIC
                .builder()
                .messageId(id)
                .type("holdfast.bench.Stored.v1")
                .contentType("application/json")
                .headers(headers)
                .build();
    }
}
