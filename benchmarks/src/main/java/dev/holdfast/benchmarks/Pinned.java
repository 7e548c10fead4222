package dev.holdfast.benchmarks;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What a transaction costs that is held open beside everything: rounds with and without one take
 * turns, so that whatever else the machine does falls on both.
 */
final class Pinned implements Benchmark {

    @Override
    public String id() {
        return "pinned";
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found) throws Exception {
        compare(ground, "relayed to Kafka, pinned ÷ not", new RelayedToKafka(ground), found);
        compare(ground, "events taken, pinned ÷ not", new ConsumedFromKafka(ground), found);
    }

    private void compare(Ground ground, String measure, Rounds.Round round, Consumer<Result> found)
            throws Exception {
        int rounds = ground.effort().rounds();
        for (int i = 0; i < ground.effort().warmUps(); i++) {
            round.measure();
        }
        double[] free = new double[rounds];
        double[] pinned = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            free[i] = round.measure();
            try (var _ = new PinnedXmin(ground.service())) {
                pinned[i] = round.measure();
            }
        }
        found.accept(
                Result.atLeast(
                        0.9,
                        id(),
                        measure,
                        Rounds.median(pinned) / Rounds.median(free),
                        Map.of(
                                "messages", ground.effort().messages(),
                                "rounds", rounds,
                                "perSecondPinned", Math.round(Rounds.median(pinned)),
                                "perSecondFree", Math.round(Rounds.median(free)))));
    }
}
