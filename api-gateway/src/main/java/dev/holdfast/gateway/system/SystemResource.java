package dev.holdfast.gateway.system;

import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.order.OrderCounts;
import dev.holdfast.gateway.order.OrderStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;

/** How the whole stands, over HTTP. */
@Path("/v1/system")
@RunOnVirtualThread
@RolesAllowed({Role.MERCHANT, Role.OPERATOR})
public class SystemResource {

    private final OrderCounts orders;
    private final OutboxBacklog outbox;

    SystemResource(OrderCounts orders, OutboxBacklog outbox) {
        this.orders = orders;
        this.outbox = outbox;
    }

    @GET
    public Figures figures() {
        var counts = new TreeMap<String, Long>();
        for (OrderStatus status : OrderStatus.values()) {
            if (status != OrderStatus.ACCEPTED) {
                counts.put(status.label(), 0L);
            }
        }
        orders.read().forEach((status, count) -> counts.put(status.label(), count));
        return new Figures(counts, outbox.read());
    }

    /**
     * The pipeline in figures.
     *
     * @param orders how many stand where, as far as the view has them
     * @param outbox commands accepted and not yet with RabbitMQ
     */
    @RegisterForReflection
    public record Figures(Map<String, Long> orders, OutboxBacklog.Figures outbox) {}
}
