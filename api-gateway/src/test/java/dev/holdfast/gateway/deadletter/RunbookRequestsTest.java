package dev.holdfast.gateway.deadletter;

import static dev.holdfast.gateway.Clients.operator;
import static dev.holdfast.gateway.Clients.posting;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests that the runbooks give are ones that the gateway takes. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RunbookRequestsTest {

    private static final Pattern REQUEST =
            Pattern.compile("(?m)^curl -s( -X POST)? \"\\$API([^\"]+)\".*?(?: -d '(.*)')?$");
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters-waiting", "parked-key"})
    void everyRequestIsTaken(String page) throws IOException {
        String text = Files.readString(Path.of("../docs/runbooks/%s.md".formatted(page)));
        List<MatchResult> requests = REQUEST.matcher(text).results().toList();
        assertTrue(requests.size() >= 3, requests.size() + " requests");
        requests.forEach(RunbookRequestsTest::send);
    }

    private static void send(MatchResult request) {
        var uri = URI.create(request.group(2));
        int status =
                request.group(1) == null
                        ? operator().get(uri).statusCode()
                        : posting(operator()).body(request.group(3)).post(uri).statusCode();
        Set<Integer> taken = request.group(2).contains(NOBODY) ? Set.of(404) : Set.of(200, 202);
        assertTrue(taken.contains(status), request.group() + " is answered with " + status);
    }
}
