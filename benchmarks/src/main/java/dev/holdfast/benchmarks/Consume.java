package dev.holdfast.benchmarks;

import java.util.Map;
import java.util.function.Consumer;

/** Events taken in a second, with an inbox row and one effect row each. */
final class Consume implements Benchmark {

    @Override
    public String id() {
        return "consume";
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found) throws Exception {
        double perSecond = new Rounds(ground.effort()).median(new ConsumedFromKafka(ground));
        found.accept(
                Result.atLeast(
                        10_000,
                        id(),
                        "events taken per second",
                        perSecond,
                        Map.of(
                                "events", ground.effort().messages(),
                                "rounds", ground.effort().rounds(),
                                "keys", StockEvents.KEYS,
                                "jvm", Child.HEAP,
                                "processors", Runtime.getRuntime().availableProcessors())));
    }
}
