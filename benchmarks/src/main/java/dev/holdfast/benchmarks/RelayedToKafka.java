package dev.holdfast.benchmarks;

import java.time.Duration;

/** Has the service relay to Kafka what was stored before. */
final class RelayedToKafka implements Rounds.Round {

    /** One that the service does not read itself. */
    private static final String TOPIC = "holdfast.orders";

    private final Ground ground;

    RelayedToKafka(Ground ground) {
        this.ground = ground;
    }

    /** Messages per second, from the handing over of the feed until Kafka has all of them. */
    @Override
    public double measure() throws Exception {
        int messages = ground.effort().messages();
        var stored = StoredMessages.forTopic(ground.service(), TOPIC);
        stored.store(messages);
        try (var topic = new TopicEnd(ground.servers().kafka().bootstrapServers(), TOPIC)) {
            long all = topic.records() + messages;
            long start = System.nanoTime();
            stored.handBack();
            Waiting.until(
                    "Kafka does not have everything.",
                    Duration.ofMinutes(3),
                    () -> topic.records() >= all);
            return messages / ((System.nanoTime() - start) / 1e9);
        }
    }
}
