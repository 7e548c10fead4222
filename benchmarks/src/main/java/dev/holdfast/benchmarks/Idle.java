package dev.holdfast.benchmarks;

import dev.holdfast.devstack.postgres.Postgres;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** How many statements a service sends that has nothing to do. */
final class Idle implements Benchmark {

    /** Until the relay's polls are as far apart as they get. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private static final Map<String, String> ROLES =
            Map.of(
                    "api-gateway", "gateway",
                    "order-worker", "orders",
                    "notification-worker", "notifications",
                    "scheduler-service", "scheduler");

    @Override
    public String id() {
        return "idle";
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found) throws Exception {
        Postgres server = ground.stack().postgres();
        Duration watched = ground.effort().watched();
        Thread.sleep(QUIET);
        Map<String, Double> perSecond = perSecond(server, watched);
        for (String service : ground.stack().services().keySet()) {
            found.accept(
                    Result.atMost(
                            2,
                            id(),
                            service + ", statements per second",
                            perSecond.getOrDefault(ROLES.get(service), 0.0),
                            Map.of("seconds", watched.toSeconds())));
        }
    }

    /** What each role of a server sends. */
    static Map<String, Double> perSecond(Postgres server, Duration watched) throws Exception {
        try (var log = new StatementLog(server)) {
            return log.perSecond(watched);
        }
    }
}
