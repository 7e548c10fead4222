package dev.holdfast.courier.relay;

import dev.holdfast.courier.message.Envelope;

/**
 * A stored message on its way to a broker.
 *
 * @param seq where it stands in its feed
 * @param exchange RabbitMQ's exchange; null for Kafka
 * @param address RabbitMQ: the routing key; Kafka: the topic
 * @param headers further headers as a JSON object; null for none
 * @param body JSON, UTF-8
 */
public record Outgoing(
        long seq,
        String exchange,
        String address,
        Envelope envelope,
        String headers,
        byte[] body) {}
