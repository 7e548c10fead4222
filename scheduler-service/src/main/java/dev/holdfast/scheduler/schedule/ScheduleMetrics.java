package dev.holdfast.scheduler.schedule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How schedules keep their times. */
@ApplicationScoped
class ScheduleMetrics {

    private final Map<String, Counter> times;
    private final Counter missed;
    private final Timer lateness;

    ScheduleMetrics(MeterRegistry registry) {
        times =
                List.of("fired", "queued", "skipped").stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(),
                                        outcome ->
                                                Counter.builder("holdfast.schedules.times")
                                                        .description("Times that have come.")
                                                        .tag("outcome", outcome)
                                                        .register(registry)));
        missed =
                Counter.builder("holdfast.schedules.missed")
                        .description("How often a schedule left out times that it had missed.")
                        .register(registry);
        lateness =
                Timer.builder("holdfast.schedules.lateness")
                        .description("From a schedule's time until it was fired.")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofMinutes(1))
                        .register(registry);
    }

    void came(String outcome) {
        times.get(outcome).increment();
    }

    void missed() {
        missed.increment();
    }

    void late(Duration by) {
        lateness.record(by);
    }
}
