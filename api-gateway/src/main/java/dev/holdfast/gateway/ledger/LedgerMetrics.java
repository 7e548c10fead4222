package dev.holdfast.gateway.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How many commands were taken, by their type. */
@Singleton
class LedgerMetrics {

    private static final String TYPE = "type";

    private final MeterRegistry registry;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(String type) {
        registry.counter("holdfast.commands.accepted", TYPE, type).increment();
    }

    void replayed(String type) {
        registry.counter("holdfast.commands.replayed", TYPE, type).increment();
    }
}
