package dev.holdfast.courier.kafka;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how many partitions are read here. Never down: without Kafka a service still serves. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.events.enabled", stringValue = "true")
class EventHealth implements HealthCheck {

    private final EventOffsets offsets;

    EventHealth(EventOffsets offsets) {
        this.offsets = offsets;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events")
                .up()
                .withData("partitions", offsets.partitions())
                .build();
    }
}
