package dev.holdfast.e2e.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.e2e.Api;
import dev.holdfast.e2e.Suite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Promises 1, 2, 3 and 6, at the worst moments there are. */
@DisplayName("At every failpoint a process may be killed, stand still or fail")
class FailpointsTest {

    /**
     * Not yet tried with real processes: refused messages and redrives, which no customer causes.
     */
    private static final Set<String> NOT_YET =
            Set.of(
                    "deadqueue.kept-not-acknowledged",
                    "redrive.committed",
                    "redrive.sent-not-committed",
                    "relay.key-parked",
                    "relay.refused-sent-not-removed");

    @Test
    @DisplayName("and every one of them is tried")
    void complete() throws IOException {
        Set<String> tried =
                Lane.ALL.stream()
                        .flatMap(lane -> lane.points().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(NOT_YET);
        assertEquals(Failpoints.inSources(), tried);
    }

    @Test
    @DisplayName("and nothing is lost, doubled or out of order")
    void everyPromiseIsKept() throws Exception {
        var suite = Suite.shared();
        var api = new Api(suite);
        var hits = new Hits();
        Set<String> accepted;
        try (var _ = new Poison(suite.stack().postgres());
                var traffic = Traffic.begin(api, suite.address("/services/api-gateway/url"), 4)) {
            runAll(
                    Lane.ALL.stream()
                            .<Callable<Void>>map(lane -> new LaneRun(suite, lane, traffic, hits))
                            .toList());
            traffic.end();
            accepted = traffic.accepted();
        } finally {
            System.out.printf("Failpoints and what was done there:%n%s", hits.table());
        }

        assertEquals(everything(), hits.all());
        assertEquals(List.of(), hits.complaints());
        Audits.assertEveryPromiseKept(suite);
        Audits.assertAccepted(suite, accepted);
    }

    private static Map<String, Set<Mode>> everything() {
        Map<String, Set<Mode>> all = new TreeMap<>();
        Lane.ALL.stream()
                .flatMap(lane -> lane.points().stream())
                .forEach(point -> all.put(point, EnumSet.allOf(Mode.class)));
        return all;
    }

    /** Beside each other, for most of the time is spent waiting. */
    private static void runAll(List<Callable<Void>> lanes) throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            List<Future<Void>> runs = new ArrayList<>(threads.invokeAll(lanes));
            for (Future<Void> run : runs) {
                run.get();
            }
        }
    }
}
