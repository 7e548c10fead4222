package dev.holdfast.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each benchmark still runs and finds its figures. How good they are is not judged here. */
@DisplayName("Every benchmark of the courier")
@TestInstance(Lifecycle.PER_CLASS)
class BenchmarksTest {

    private Ground ground;

    @BeforeAll
    void stand() {
        ground =
                new Ground(
                        Path.of("").toAbsolutePath().getParent(),
                        Effort.LEAST,
                        () -> {
                            throw new IllegalStateException("These need no stack.");
                        });
    }

    @AfterAll
    void leave() {
        ground.close();
    }

    static Stream<Benchmark> ofTheCourier() {
        return Stream.of(new Relay(), new Publish(), new Consume(), new Pinned(), new Soak());
    }

    @ParameterizedTest
    @MethodSource("ofTheCourier")
    @DisplayName("measures something")
    void measures(Benchmark benchmark) throws Exception {
        List<Result> results = new ArrayList<>();
        benchmark.measure(ground, results::add);

        assertNotEquals(List.of(), results);
        for (Result result : results) {
            assertEquals(benchmark.id(), result.id());
            assertTrue(Double.isFinite(result.value()), result::toString);
            assertNotEquals(Map.of(), result.inputs());
        }
    }

    @Test
    @DisplayName("counts the statements of a role by the server's own log")
    void statementsAreCounted() throws Exception {
        CourierService service = ground.service();
        Map<String, Double> perSecond;
        try (var log = new StatementLog(ground.servers().postgres());
                var connection = service.connect();
                var statement = connection.createStatement()) {
            Thread talking =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 30; i++) {
                                            ask(statement);
                                        }
                                    });
            perSecond = log.perSecond(Duration.ofSeconds(2));
            talking.join();
        }
        assertTrue(perSecond.getOrDefault(service.role(), 0.0) >= 10, perSecond::toString);
    }

    private static void ask(Statement statement) {
        try {
            statement.execute("SELECT 'asked', pg_sleep(0.01)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
