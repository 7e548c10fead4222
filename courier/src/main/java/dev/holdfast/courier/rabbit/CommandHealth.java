package dev.holdfast.courier.rabbit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether commands can arrive. Never down: without RabbitMQ a service still serves. */
@Readiness
@ApplicationScoped
class CommandHealth implements HealthCheck {

    private final CommandChannels channels;

    CommandHealth(CommandChannels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("commands")
                .up()
                .withData("consuming", channels.consuming())
                .build();
    }
}
