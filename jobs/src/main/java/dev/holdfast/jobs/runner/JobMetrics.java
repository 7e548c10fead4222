package dev.holdfast.jobs.runner;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How many runs there are, and what comes of them. */
@ApplicationScoped
class JobMetrics {

    private final MeterRegistry registry;

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(String kind, Verdict verdict) {
        registry.counter("holdfast.jobs.runs", "kind", kind, "ending", verdict.label()).increment();
    }

    void takenOver() {
        registry.counter("holdfast.jobs.taken.over").increment();
    }
}
