package dev.holdfast.courier.parking;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** What parking shows of itself. */
@ApplicationScoped
class ParkingMetrics {

    private final AtomicLong keys = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final MeterRegistry registry;

    ParkingMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("holdfast.parked.keys", keys);
        registry.gauge("holdfast.parked.gaps", gaps);
    }

    /** So many are parked now. */
    void parked(ParkedCount count) {
        keys.set(count.keys());
        gaps.set(count.gaps());
    }

    /** Parked records were handled. */
    void drained(int records) {
        registry.counter("holdfast.parked.drained").increment(records);
    }
}
