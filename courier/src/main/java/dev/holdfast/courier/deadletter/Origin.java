package dev.holdfast.courier.deadletter;

import dev.holdfast.contracts.Queues;
import java.util.Locale;

/** How a message that ended as a dead letter had come. */
public enum Origin {

    /** From a service's queue at RabbitMQ. */
    QUEUE(""),

    /** From a Kafka topic. */
    TOPIC(null),

    /** From nowhere: no queue at RabbitMQ is bound for it. */
    UNROUTABLE(Queues.COMMANDS),

    /** From this service's own outbox: its broker refuses it. */
    RELAY(null);

    private final String exchange;

    Origin(String exchange) {
        this.exchange = exchange;
    }

    /** As the column {@code dead_letter.origin} has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Through which exchange one that came so goes again; null if not through RabbitMQ. */
    String exchange() {
        return exchange;
    }

    static Origin labeled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
