package dev.holdfast.auditor.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message as its sender wrote it, in a transaction, before it left.
 *
 * @param sender the service that wrote it
 * @param exchange RabbitMQ's exchange; null if it goes to Kafka
 * @param address RabbitMQ: the routing key; Kafka: the topic
 * @param version its place among the events of its key; null if they have none
 * @param cause the message that was handled when it was written; null at the beginning of a story
 */
public record Message(
        Service sender,
        String exchange,
        String address,
        UUID id,
        String type,
        String key,
        Long version,
        UUID cause,
        Instant writtenAt) {

    private static final Map<String, Duration> TIERS =
            Map.of(
                    "1s", Duration.ofSeconds(1),
                    "5s", Duration.ofSeconds(5),
                    "30s", Duration.ofSeconds(30),
                    "2m", Duration.ofMinutes(2),
                    "10m", Duration.ofMinutes(10));

    public boolean isCommand() {
        return exchange != null;
    }

    /** When it may be handled: later than it was written if it first waits in a retry tier. */
    public Instant dueAt() {
        String tier = address.substring(address.lastIndexOf('.') + 1);
        boolean waits = isCommand() && address.contains(".commands.retry.");
        return writtenAt.plus(waits ? TIERS.get(tier) : Duration.ZERO);
    }

    /** Without the prefix and the version that every type has: {@code PlaceOrder}. */
    public String name() {
        return Names.ofType(type);
    }
}
