package dev.holdfast.courier.rabbit;

import dev.holdfast.contracts.Service;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The arguments of this service's queue for the connector, which declares the queue whenever it
 * connects: the same as {@link Topology}'s, for with others it would be refused without end.
 */
@ApplicationScoped
class CommandQueue {

    private final Service service;

    CommandQueue(@ConfigProperty(name = "holdfast.service") String service) {
        this.service = Service.named(service);
    }

    @Produces
    @Identifier("holdfast-command-queue")
    Map<String, Object> arguments() {
        return Topology.arguments(service);
    }
}
