package dev.holdfast.courier.kafka;

import dev.holdfast.courier.retry.FailureClass;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** What the taking in of events shows of itself. */
@ApplicationScoped
class EventMetrics {

    private final MeterRegistry registry;

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(int records) {
        registry.counter("holdfast.events.received").increment(records);
        registry.summary("holdfast.events.batch").record(records);
    }

    void duplicates(int records) {
        registry.counter("holdfast.events.duplicates").increment(records);
    }

    /** Types that this build does not know. */
    void ignored(int records) {
        registry.counter("holdfast.events.ignored").increment(records);
    }

    /** What became of new records. */
    void turns(EventTurns turns) {
        parked(turns.waiting().size());
        registry.counter("holdfast.events.stale").increment(turns.past().size());
        registry.counter("holdfast.events.gaps").increment(turns.early().size());
    }

    /** Records that were parked: those that failed, and those behind them. */
    void parked(int records) {
        registry.counter("holdfast.events.parked").increment(records);
    }

    void failed(FailureClass failure) {
        registry.counter("holdfast.events.failures", "class", failure.label()).increment();
    }

    /** Records were handled, or found to have been. */
    void processed(int records, long nanos) {
        registry.counter("holdfast.events.processed").increment(records);
        registry.timer("holdfast.events.processing").record(nanos, TimeUnit.NANOSECONDS);
    }
}
