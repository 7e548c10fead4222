package dev.holdfast.jobs.runner;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How many runs there are, and what comes of them. */
@ApplicationScoped
class JobMetrics {

    private final MeterRegistry registry;
    private final Counter takenOver;

    JobMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.takenOver =
                Counter.builder("holdfast.jobs.taken.over")
                        .description("Jobs that were taken over from dead workers.")
                        .register(registry);
    }

    void ended(String kind, Verdict verdict) {
        Counter.builder("holdfast.jobs.runs")
                .description("Runs of jobs, by how they ended.")
                .tags("kind", kind, "ending", verdict.label())
                .register(registry)
                .increment();
    }

    void takenOver() {
        takenOver.increment();
    }
}
