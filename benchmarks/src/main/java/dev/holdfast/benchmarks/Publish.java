package dev.holdfast.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Consumer;

/** From the commit of a message until Kafka has acknowledged it, at a leisurely rate. */
final class Publish implements Benchmark {

    private static final int PER_SECOND = 100;

    @Override
    public String id() {
        return "publish";
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found) {
        int messages = ground.effort().published();
        ground.service().publish(PER_SECOND, messages, false);
        JsonNode ways = ground.service().publish(PER_SECOND, messages, false);
        if (ways.get("lost").asInt() > 0) {
            throw new IllegalStateException(
                    "Not all of it was committed and acknowledged: " + ways);
        }
        Map<String, Object> inputs =
                Map.of("messages", messages, "warmUp", messages, "perSecond", PER_SECOND);
        found.accept(
                Result.atMost(
                        5,
                        id(),
                        "commit to acknowledged, p50, ms",
                        ways.get("p50").asDouble(),
                        inputs));
        found.accept(
                Result.atMost(
                        25,
                        id(),
                        "commit to acknowledged, p99, ms",
                        ways.get("p99").asDouble(),
                        inputs));
    }
}
