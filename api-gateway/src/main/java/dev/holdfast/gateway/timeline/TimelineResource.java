package dev.holdfast.gateway.timeline;

import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.order.Order;
import dev.holdfast.gateway.order.Orders;
import dev.holdfast.gateway.problem.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The story of an order over HTTP. */
@Path("/v1/orders/{id}/timeline")
@RunOnVirtualThread
@RolesAllowed({Role.CUSTOMER, Role.MERCHANT, Role.OPERATOR})
public class TimelineResource {

    private final Caller caller;
    private final Orders orders;

    TimelineResource(Caller caller, Orders orders) {
        this.caller = caller;
        this.orders = orders;
    }

    @GET
    public Timeline of(@RestPath UUID id) {
        Order order =
                orders.find(id, caller.onlyCustomer())
                        .orElseThrow(() -> Refused.notFound("There is no order %s.".formatted(id)));
        var rows = TimelineRow.of(id);
        return rows.isEmpty()
                ? new Timeline(List.of(Entry.of(Happening.accepted(id, id, order.acceptedAt()))))
                : new Timeline(rows.stream().map(Entry::of).toList());
    }

    /** All that happened to an order, oldest first. */
    @RegisterForReflection
    public record Timeline(List<Entry> items) {}

    /**
     * One thing that happened.
     *
     * @param type the event's name without context and version
     * @param source the service that told it
     */
    @RegisterForReflection
    public record Entry(Instant at, String type, String source, String detail, UUID eventId) {

        static Entry of(TimelineRow row) {
            return new Entry(row.at, row.type, row.source, row.detail, row.eventId);
        }

        static Entry of(Happening happening) {
            return new Entry(
                    happening.at(),
                    happening.type(),
                    happening.source(),
                    happening.detail(),
                    happening.eventId());
        }
    }
}
