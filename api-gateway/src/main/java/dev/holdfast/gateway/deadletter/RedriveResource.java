package dev.holdfast.gateway.deadletter;

import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.ledger.Receipts;
import dev.holdfast.gateway.ledger.Submissions;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import dev.holdfast.gateway.request.IdempotencyKey;
import dev.holdfast.gateway.request.Submitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** How far redrives have come, and their end before their time, over HTTP. */
@Path("/v1/redrives")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class RedriveResource {

    private final Caller caller;
    private final Submissions submissions;
    private final DeadLetterIntake intake;
    private final Redrives redrives;

    RedriveResource(
            Caller caller, Submissions submissions, DeadLetterIntake intake, Redrives redrives) {
        this.caller = caller;
        this.submissions = submissions;
        this.intake = intake;
        this.redrives = redrives;
    }

    @GET
    public Page<Redrive> list(@Context UriInfo uri) {
        return redrives.list(PageRequest.of(uri));
    }

    @GET
    @Path("/{id}")
    public Redrive one(@RestPath UUID id) {
        return redrives.find(id).orElseThrow(() -> DeadLetterIntake.unknown(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(
            Submitted<CancelRequest> submitted,
            @RestPath UUID id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        var submission = submissions.posted(uri, key, submitted);
        return Receipts.answer(intake.cancel(submission, id, submitted.content(), caller.id()))
                .build();
    }
}
