package dev.holdfast.gateway.order;

import dev.holdfast.contracts.Command;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.ledger.CommandIntake;
import dev.holdfast.gateway.ledger.Receipts;
import dev.holdfast.gateway.ledger.Submissions;
import dev.holdfast.gateway.problem.Refused;
import dev.holdfast.gateway.request.IdempotencyKey;
import dev.holdfast.gateway.request.Submitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** What can be asked of an order that exists, over HTTP. */
@Path("/v1/orders/{id}")
@RunOnVirtualThread
public class OrderRequestResource {

    private final Caller caller;
    private final Orders orders;
    private final Submissions submissions;
    private final CommandIntake intake;

    OrderRequestResource(
            Caller caller, Orders orders, Submissions submissions, CommandIntake intake) {
        this.caller = caller;
        this.orders = orders;
        this.submissions = submissions;
        this.intake = intake;
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CUSTOMER, Role.MERCHANT, Role.OPERATOR})
    public Response cancel(
            Submitted<CancelRequest> submitted,
            @RestPath UUID id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return answer(submitted, id, key, uri, submitted.content().toCommand(id));
    }

    @POST
    @Path("/ship")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MERCHANT, Role.OPERATOR})
    public Response ship(
            Submitted<ShipRequest> submitted,
            @RestPath UUID id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return answer(submitted, id, key, uri, submitted.content().toCommand(id));
    }

    @POST
    @Path("/deliver")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MERCHANT, Role.OPERATOR})
    public Response deliver(
            Submitted<DeliverRequest> submitted,
            @RestPath UUID id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return answer(submitted, id, key, uri, submitted.content().toCommand(id));
    }

    @POST
    @Path("/refund")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.MERCHANT, Role.OPERATOR})
    public Response refund(
            Submitted<RefundRequest> submitted,
            @RestPath UUID id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return answer(submitted, id, key, uri, submitted.content().toCommand(id));
    }

    private Response answer(
            Submitted<?> submitted, UUID id, String key, UriInfo uri, Command command) {
        Order order =
                orders.find(id, caller.onlyCustomer())
                        .orElseThrow(() -> Refused.notFound("There is no order %s.".formatted(id)));
        UUID commandId = MessageIds.next();
        return Receipts.answer(
                        intake.accept(
                                submissions.posted(uri, key, submitted),
                                commandId,
                                command,
                                order.customer().id(),
                                RequestAccepted.of(id, commandId)))
                .build();
    }
}
