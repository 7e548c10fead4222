package dev.holdfast.courier.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as the table {@code outbox} has it. The fields that an {@link
 * dev.holdfast.courier.message.Envelope} has too mean the same here.
 *
 * @param exchange RabbitMQ's exchange, "" for the default one; null for Kafka
 * @param address RabbitMQ: the routing key; Kafka: the topic
 * @param recordedAt null for now; a copy keeps the time of its original
 * @param headers further headers as a JSON object; null for none
 * @param body JSON
 */
public record Row(
        Broker broker,
        String exchange,
        String address,
        UUID messageId,
        String type,
        String source,
        String key,
        Long sequence,
        Instant recordedAt,
        UUID correlationId,
        UUID causationId,
        String traceparent,
        String headers,
        String body) {}
