package dev.holdfast.e2e.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.e2e.Api;
import dev.holdfast.e2e.Suite;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Promises 1, 2, 3 and 6, at the worst moments there are. */
@DisplayName("At every failpoint a process may be killed, stand still or fail")
class FailpointsTest {

    /** Not yet tried with real processes: what happens to messages that a broker refuses. */
    private static final Set<String> NOT_YET =
            Set.of("relay.key-parked", "relay.refused-sent-not-removed");

    @Test
    @DisplayName("and every one of them is tried")
    void complete() throws IOException {
        Set<String> tried =
                Stream.of(Lane.CUSTOMERS, Lane.SET_ASIDE)
                        .flatMap(List::stream)
                        .flatMap(lane -> lane.points().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(NOT_YET);
        assertEquals(Failpoints.inSources(), tried);
    }

    @Test
    @EnabledIfSystemProperty(named = "holdfast.test.crash", matches = "true")
    @DisplayName("and nothing is lost, doubled or out of order")
    void everyPromiseIsKept() throws Exception {
        var suite = Suite.shared();
        var api = new Api(suite);
        var hits = new Hits();
        Set<String> accepted;
        try (var _ = new Poison(suite.stack().postgres());
                var traffic = Traffic.begin(api, suite.address("/services/api-gateway/url"), 4)) {
            LaneRun.all(suite, Lane.CUSTOMERS, traffic, hits);
            traffic.end();
            accepted = traffic.accepted();
        } finally {
            System.out.printf("Failpoints and what was done there:%n%s", hits.table());
        }

        assertEquals(Hits.everyModeOf(Lane.CUSTOMERS), hits.all());
        assertEquals(List.of(), hits.complaints());
        Audits.assertEveryPromiseKept(suite);
        Audits.assertAccepted(suite, accepted);
    }
}
