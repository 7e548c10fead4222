package dev.holdfast.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A fixed rate of events for minutes, published, relayed and taken by the same service, while a
 * transaction is held open from the beginning to the end.
 */
final class Soak implements Benchmark {

    private static final int PER_SECOND = 300;

    private static final String DEAD =
            """
            SELECT coalesce(sum(n_dead_tup), 0) FROM pg_stat_user_tables
            WHERE schemaname = current_schema()
            """;

    @Override
    public String id() {
        return "soak";
    }

    @Override
    public boolean onlyIfNamed() {
        return true;
    }

    @Override
    public void measure(Ground ground, Consumer<Result> found) throws Exception {
        CourierService service = ground.service();
        long interval = ground.effort().interval().toSeconds();
        service.publish(PER_SECOND, PER_SECOND * interval, true);
        try (var _ = new PinnedXmin(service)) {
            for (long second = 0;
                    second < ground.effort().soaked().toSeconds();
                    second += interval) {
                JsonNode ways = service.publish(PER_SECOND, PER_SECOND * interval, true);
                tell(second + interval, ways, dead(service), found);
            }
        }
    }

    private void tell(long second, JsonNode ways, long dead, Consumer<Result> found) {
        Map<String, Object> inputs =
                Map.of("second", second, "perSecond", PER_SECOND, "lost", ways.get("lost").asInt());
        found.accept(
                Result.atLeast(
                        0.9 * PER_SECOND,
                        id(),
                        "published and relayed per second",
                        ways.get("acknowledged").asInt() / ways.get("seconds").asDouble(),
                        inputs));
        found.accept(
                Result.atMost(
                        25,
                        id(),
                        "commit to acknowledged, p99, ms",
                        ways.get("p99").asDouble(),
                        inputs));
        found.accept(Result.atMost(100_000, id(), "dead rows", dead, inputs));
    }

    private static long dead(CourierService service) throws SQLException {
        try (var connection = service.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(DEAD)) {
            row.next();
            return row.getLong(1);
        }
    }
}
