package dev.holdfast.courier.rabbit;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether commands can arrive, and what keeps others from being sent. Never down: without
 * RabbitMQ a service still serves.
 */
@Readiness
@ApplicationScoped
class CommandHealth implements HealthCheck {

    private final CommandChannels channels;
    private final RabbitLink link;

    CommandHealth(CommandChannels channels, RabbitLink link) {
        this.channels = channels;
        this.link = link;
    }

    @Override
    public HealthCheckResponse call() {
        var answer =
                HealthCheckResponse.named("commands")
                        .up()
                        .withData("consuming", channels.consuming());
        link.problem().ifPresent(problem -> answer.withData("problem", problem));
        return answer.build();
    }
}
