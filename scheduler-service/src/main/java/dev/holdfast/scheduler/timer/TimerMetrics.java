package dev.holdfast.scheduler.timer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How many timers fire, how late, and how many wait. */
@ApplicationScoped
class TimerMetrics {

    private final io.micrometer.core.instrument.Timer lateness;
    private final Counter fired;
    private final AtomicLong pending = new AtomicLong();

    TimerMetrics(MeterRegistry registry) {
        lateness =
                io.micrometer.core.instrument.Timer.builder("holdfast.timers.lateness")
                        .description("From a timer's due time until it was fired.")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofMinutes(1))
                        .register(registry);
        fired =
                Counter.builder("holdfast.timers.fired")
                        .description("Timers that were fired.")
                        .register(registry);
        Gauge.builder("holdfast.timers.pending", pending, AtomicLong::get)
                .description("Timers that wait, as of the last count.")
                .register(registry);
    }

    void fired(List<Duration> lateness) {
        fired.increment(lateness.size());
        lateness.forEach(this.lateness::record);
    }

    @Scheduled(identity = "timers-count", every = "{holdfast.timers.count-every}")
    @Transactional
    void countPending() {
        pending.set(Timer.pending());
    }
}
