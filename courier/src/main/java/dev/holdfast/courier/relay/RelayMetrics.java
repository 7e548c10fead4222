package dev.holdfast.courier.relay;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** What the relay shows of itself. */
@ApplicationScoped
class RelayMetrics {

    private final MeterRegistry registry;

    RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A page was confirmed. */
    void carried(Feed feed, int messages, long nanos) {
        registry.counter("holdfast.relay.messages", "feed", feed.name()).increment(messages);
        registry.timer("holdfast.relay.page", "feed", feed.name())
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A feed was taken over. */
    void taken(Feed feed) {
        registry.counter("holdfast.relay.takeovers", "feed", feed.name()).increment();
    }
}
