package dev.holdfast.benchmarks;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Stored messages relayed in a second: to Kafka, against outboxes of others whose handlers do
 * nothing; to RabbitMQ, against the Java client alone.
 */
final class Relay implements Benchmark {

    /** As many as the relay has under way: four pages of 2,000. */
    private static final int WINDOW = 8_000;

    @Override
    public String id() {
        return "relay";
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found) throws Exception {
        toKafka(ground, found);
        toRabbitMq(ground, found);
    }

    private void toKafka(Ground ground, Consumer<Result> found) throws Exception {
        var rounds = new Rounds(ground.effort());
        double ours = rounds.median(new RelayedToKafka(ground));
        Map<String, Object> inputs = inputs(ground);
        inputs.put("messagesOfPeers", ground.effort().peerMessages());
        inputs.put("perSecond", Math.round(ours));
        double best = 0;
        for (PeerSetting setting : PeerSetting.ALL) {
            try (Peer peer = setting.start(ground)) {
                double theirs = rounds.median(() -> peer.perSecond(ground.effort().peerMessages()));
                inputs.put(setting.label(), Math.round(theirs));
                best = Math.max(best, theirs);
            }
        }
        found.accept(
                Result.atLeast(5, id(), "to Kafka ÷ the better of the peers", ours / best, inputs));
    }

    private void toRabbitMq(Ground ground, Consumer<Result> found) throws Exception {
        var rounds = new Rounds(ground.effort());
        int messages = ground.effort().messages();
        ground.service();
        try (var queue = new CommandQueue(ground.servers().rabbitMq())) {
            double ours = rounds.median(new RelayedToRabbitMq(ground, queue));
            double client =
                    rounds.median(
                            () -> {
                                queue.empty();
                                long start = System.nanoTime();
                                queue.publish(messages, WINDOW);
                                return messages / ((System.nanoTime() - start) / 1e9);
                            });
            queue.empty();
            Map<String, Object> inputs = inputs(ground);
            inputs.put("perSecond", Math.round(ours));
            inputs.put("client, window " + WINDOW, Math.round(client));
            found.accept(
                    Result.atLeast(
                            0.8,
                            id(),
                            "to RabbitMQ ÷ the Java client alone",
                            ours / client,
                            inputs));
        }
    }

    private static Map<String, Object> inputs(Ground ground) {
        Map<String, Object> inputs = new TreeMap<>();
        inputs.put("messages", ground.effort().messages());
        inputs.put("rounds", ground.effort().rounds());
        inputs.put("perTransaction", StoredMessages.PER_TRANSACTION);
        inputs.put("jvm", Child.HEAP);
        return inputs;
    }
}
