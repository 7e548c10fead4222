package dev.holdfast.courier.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the relay shows of itself. */
@ApplicationScoped
class RelayMetrics {

    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> gauges = new ConcurrentHashMap<>();

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

    /** So many messages were refused for good. */
    void refused(Feed feed, int messages) {
        registry.counter("holdfast.relay.refused", "feed", feed.name()).increment(messages);
    }

    /** So many keys wait because their broker refuses a message. */
    void refusedKeys(Feed feed, int keys) {
        gauge("holdfast.relay.refused.keys", feed).set(keys);
    }

    /** Whether the feed stands still because the database was restored. */
    void halted(Feed feed, boolean halted) {
        gauge("holdfast.relay.halted", feed).set(halted ? 1 : 0);
    }

    /** The feeds that stand still. */
    List<String> halted() {
        return gauges.entrySet().stream()
                .filter(gauge -> gauge.getKey().startsWith("holdfast.relay.halted "))
                .filter(gauge -> gauge.getValue().get() > 0)
                .map(gauge -> gauge.getKey().split(" ")[1])
                .sorted()
                .toList();
    }

    private AtomicInteger gauge(String name, Feed feed) {
        return gauges.computeIfAbsent(
                name + " " + feed.name(),
                known -> registry.gauge(name, Tags.of("feed", feed.name()), new AtomicInteger()));
    }
}
