package dev.holdfast.courier.retry;

import java.time.Duration;

/**
 * How long a failed command waits before it is tried again: a queue for each, because RabbitMQ lets
 * a message expire only at the head of its queue.
 */
public enum Tier {
    ONE_SECOND("1s", Duration.ofSeconds(1)),
    FIVE_SECONDS("5s", Duration.ofSeconds(5)),
    HALF_A_MINUTE("30s", Duration.ofSeconds(30)),
    TWO_MINUTES("2m", Duration.ofMinutes(2)),
    TEN_MINUTES("10m", Duration.ofMinutes(10));

    private final String label;
    private final Duration delay;

    Tier(String label, Duration delay) {
        this.label = label;
        this.delay = delay;
    }

    /** As the queue's name has it, for instance {@code 30s}. */
    public String label() {
        return label;
    }

    public Duration delay() {
        return delay;
    }
}
