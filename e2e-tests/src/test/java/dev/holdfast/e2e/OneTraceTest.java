package dev.holdfast.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.e2e.OtlpReceiver.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Promise 9: an order's whole way is one trace. */
@DisplayName("The trace of an order")
class OneTraceTest {

    private static final Set<String> SERVICES =
            Set.of("api-gateway", "order-worker", "notification-worker", "scheduler-service");

    private static Suite suite;
    private static Api api;

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        suite = Suite.shared();
        api = new Api(suite);
    }

    @Test
    @DisplayName("goes from the request through all four services, without a gap")
    void oneTrace() throws Exception {
        String sku = "SKU-" + UUID.randomUUID();
        api.item(sku, 100, 10);
        String key = UUID.randomUUID().toString();
        String id = api.placeSurely(key, sku, 1, "pm_card_visa");
        api.settled(id, Duration.ofSeconds(30));

        // Each service sends its spans in its own time: what a span hangs on may come after it.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            List<Span> trace = traceOfLastOrder();
                            assertEquals(SERVICES, services(trace));
                            assertEquals(List.of("api-gateway"), beginnings(trace));
                        });
    }

    /** The services of the spans that hang on nothing: where the trace begins, or has a gap. */
    private static List<String> beginnings(List<Span> trace) {
        Set<String> ids = trace.stream().map(Span::id).collect(Collectors.toSet());
        return trace.stream()
                .filter(span -> !ids.contains(span.parent()))
                .map(Span::service)
                .toList();
    }

    /** The trace id is in no answer: it is the one trace with this order's request in it. */
    private List<Span> traceOfLastOrder() {
        return suite.traces().all().stream()
                .filter(span -> span.name().equals("POST /v1/orders"))
                .reduce((first, second) -> second)
                .map(span -> suite.traces().of(span.trace()))
                .orElse(List.of());
    }

    private static Set<String> services(List<Span> spans) {
        return spans.stream().map(Span::service).collect(Collectors.toCollection(TreeSet::new));
    }
}
