package dev.holdfast.gateway.notification;

import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import dev.holdfast.gateway.order.ReferencePattern;
import dev.holdfast.gateway.problem.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** What customers were told, over HTTP. */
@Path("/v1/notifications")
@RunOnVirtualThread
@RolesAllowed({Role.CUSTOMER, Role.MERCHANT, Role.OPERATOR})
public class NotificationResource {

    private final Caller caller;
    private final EntityManager database;

    NotificationResource(Caller caller, EntityManager database) {
        this.caller = caller;
        this.database = database;
    }

    @GET
    public Page<Notification> list(
            @RestQuery String orderId, @RestQuery String reference, @Context UriInfo uri) {
        var page = PageRequest.of(uri, "orderId", "reference");
        return new NotificationFilter(
                        caller.onlyCustomer().orElse(null),
                        orderId == null ? null : uuid(orderId),
                        ReferencePattern.parse(reference))
                .listing()
                .read(database, page)
                .map(Notification::of);
    }

    private static UUID uuid(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw Refused.parameter("orderId", "must be the id of an order");
        }
    }
}
