package dev.holdfast.e2e.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.e2e.Api;
import dev.holdfast.e2e.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Promise 7. */
@DisplayName("A service that is asked to stop under load")
@EnabledIfSystemProperty(named = "holdfast.test.crash", matches = "true")
class DrainTest {

    private static final int TERMINATED = 143;

    @Test
    @DisplayName("finishes or hands back what it has in hand, and says nothing of errors")
    void clean() throws Exception {
        var suite = Suite.shared();
        Set<String> accepted;
        try (var traffic =
                Traffic.begin(new Api(suite), suite.address("/services/api-gateway/url"), 10)) {
            for (String service : suite.stack().services().keySet()) {
                stopOneAfterTheOther(suite, service, traffic);
            }
            traffic.end();
            accepted = traffic.accepted();
        }
        Audits.assertEveryPromiseKept(suite);
        Audits.assertAccepted(suite, accepted);
    }

    /** Each stops while it holds the service's feeds, partitions and consumers all alone. */
    private static void stopOneAfterTheOther(Suite suite, String service, Traffic traffic)
            throws IOException, InterruptedException {
        var own = suite.stack().services().get(service);
        Path log = suite.stack().folder().log(service);
        try (var other = Replica.start(suite, service, Map.of())) {
            traffic.alsoTo(service, other.url());
            long read = Files.size(log);
            own.stop();
            assertDrained(service, Files.readString(log).substring((int) read));

            other.awaitPrinted("is relayed from here", Traffic.PATIENCE);
            suite.up();
            other.terminate();
            int exit = other.exit();
            traffic.noLongerTo(other.url());
            assertTrue(exit == 0 || exit == TERMINATED, () -> other + " ended with " + exit);
            assertDrained(service, other.printed());
        }
    }

    private static void assertDrained(String service, String printed) {
        assertTrue(printed.contains("Drained: what was taken in is finished."), printed);
        List<String> errors =
                printed.lines()
                        .filter(line -> line.contains(" ERROR ") || line.startsWith("Exception"))
                        .toList();
        assertEquals(List.of(), errors, service);
    }
}
