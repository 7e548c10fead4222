package dev.holdfast.courier.relay;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells which feeds stand still. Never down: what they hold is kept, and all else works. */
@Readiness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    private final RelayMetrics metrics;

    RelayHealth(RelayMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("relay")
                .up()
                .withData("halted", String.join(", ", metrics.halted()))
                .build();
    }
}
