package dev.holdfast.courier.deadletter;

import java.util.Locale;

/** How a message that ended as a dead letter had come. */
public enum Origin {

    /** From a service's queue at RabbitMQ. */
    QUEUE,

    /** From a Kafka topic. */
    TOPIC;

    /** As the column {@code dead_letter.origin} has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
