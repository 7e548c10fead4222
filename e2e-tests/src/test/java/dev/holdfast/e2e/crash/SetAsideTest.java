package dev.holdfast.e2e.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.e2e.Api;
import dev.holdfast.e2e.Suite;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Promises 1, 2 and 6, for what brokers refuse and operators redrive. */
@DisplayName("What was set aside is neither lost nor doubled")
@EnabledIfSystemProperty(named = "holdfast.test.crash", matches = "true")
class SetAsideTest {

    @Test
    @DisplayName("when the process that puts it right is killed, stands still or fails")
    void everyPromiseIsKept() throws Exception {
        var suite = Suite.shared();
        var hits = new Hits();
        Set<String> accepted;
        try (var setAside = SetAside.begin(suite);
                var traffic =
                        Traffic.begin(
                                new Api(suite), suite.address("/services/api-gateway/url"), 1)) {
            LaneRun.all(suite, Lane.SET_ASIDE, traffic, hits);
            traffic.end();
            setAside.end();
            accepted = traffic.accepted();
        } finally {
            System.out.printf("Failpoints and what was done there:%n%s", hits.table());
        }

        assertEquals(Hits.everyModeOf(Lane.SET_ASIDE), hits.all());
        assertEquals(List.of(), hits.complaints());
        Audits.assertEveryPromiseKept(suite);
        Audits.assertAccepted(suite, accepted);
    }
}
