package dev.holdfast.benchmarks;

import java.time.Duration;

/** Has the service relay to a quorum queue what was stored before. */
final class RelayedToRabbitMq implements Rounds.Round {

    private final Ground ground;
    private final CommandQueue queue;

    RelayedToRabbitMq(Ground ground, CommandQueue queue) {
        this.ground = ground;
        this.queue = queue;
    }

    /** Messages per second, from the handing over of the feed until the queue has all of them. */
    @Override
    public double measure() throws Exception {
        int messages = ground.effort().messages();
        var stored =
                StoredMessages.forQueue(
                        ground.service(), CommandQueue.EXCHANGE, CommandQueue.ROUTING_KEY);
        stored.store(messages);
        queue.empty();
        long start = System.nanoTime();
        stored.handBack();
        Waiting.until(
                "RabbitMQ does not have everything.",
                Duration.ofMinutes(3),
                () -> queue.messages() >= messages);
        double seconds = (System.nanoTime() - start) / 1e9;
        queue.empty();
        return messages / seconds;
    }
}
