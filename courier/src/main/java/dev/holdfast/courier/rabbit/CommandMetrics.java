package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.retry.FailureClass;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** What the taking in of commands shows of itself. */
@ApplicationScoped
class CommandMetrics {

    private final MeterRegistry registry;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(int deliveries) {
        registry.counter("holdfast.commands.received").increment(deliveries);
        registry.summary("holdfast.commands.batch").record(deliveries);
    }

    void duplicates(int commands) {
        registry.counter("holdfast.commands.duplicates").increment(commands);
    }

    void failed(FailureClass failure) {
        registry.counter("holdfast.commands.failures", "class", failure.label()).increment();
    }

    /** Commands were carried out together, or found to have been. */
    void processed(int commands, long nanos) {
        registry.counter("holdfast.commands.processed").increment(commands);
        registry.timer("holdfast.commands.processing").record(nanos, TimeUnit.NANOSECONDS);
    }
}
