package dev.holdfast.gateway.order;

import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.ledger.Receipts;
import dev.holdfast.gateway.ledger.Submissions;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import dev.holdfast.gateway.problem.Refused;
import dev.holdfast.gateway.request.IdempotencyKey;
import dev.holdfast.gateway.request.Preference;
import dev.holdfast.gateway.request.Submitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Orders over HTTP. */
@Path("/v1/orders")
@RunOnVirtualThread
@RolesAllowed({Role.CUSTOMER, Role.MERCHANT, Role.OPERATOR})
public class OrderResource {

    private final Caller caller;
    private final Submissions submissions;
    private final OrderIntake intake;
    private final Orders orders;
    private final SettledOrders settled;

    OrderResource(
            Caller caller,
            Submissions submissions,
            OrderIntake intake,
            Orders orders,
            SettledOrders settled) {
        this.caller = caller;
        this.submissions = submissions;
        this.intake = intake;
        this.orders = orders;
        this.settled = settled;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(
            Submitted<PlaceOrderRequest> submitted,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @RestHeader(Preference.HEADER) String prefer,
            @Context UriInfo uri)
            throws InterruptedException {
        var request = submitted.content();
        caller.requireActingFor(request.customer().id());
        var receipt = intake.place(submissions.posted(uri, key, submitted), request);
        var preference = Preference.parse(prefer);
        if (preference.isEmpty()) {
            return Receipts.answer(receipt).build();
        }
        boolean done = settled.await(receipt.commandId(), preference.get().patience());
        var answer =
                done
                        ? Receipts.headed(receipt, OrderAnswer.of(found(receipt.commandId())))
                        : Receipts.answer(receipt);
        return answer.header(Preference.APPLIED, preference.get().applied()).build();
    }

    @GET
    @Path("/{id}")
    public Response one(@RestPath UUID id, @Context Request request) {
        return OrderAnswer.unlessKnown(found(id), request);
    }

    @GET
    public Page<Order> list(
            @RestQuery String status,
            @RestQuery String customer,
            @RestQuery String reference,
            @Context UriInfo uri) {
        var page = PageRequest.of(uri, "status", "customer", "reference");
        return orders.list(
                new OrderFilter(
                        caller.onlyCustomer().orElse(null),
                        status == null ? null : OrderStatus.filter(status),
                        customer,
                        ReferencePattern.parse(reference)),
                page);
    }

    private Order found(UUID id) {
        return orders.find(id, caller.onlyCustomer())
                .orElseThrow(() -> Refused.notFound("There is no order %s.".formatted(id)));
    }
}
