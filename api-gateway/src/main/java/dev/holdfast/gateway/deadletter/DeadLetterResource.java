package dev.holdfast.gateway.deadletter;

import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.ledger.Receipts;
import dev.holdfast.gateway.ledger.Submissions;
import dev.holdfast.gateway.listing.Page;
import dev.holdfast.gateway.listing.PageRequest;
import dev.holdfast.gateway.problem.Refused;
import dev.holdfast.gateway.request.IdempotencyKey;
import dev.holdfast.gateway.request.Submitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
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

/** What services gave up on, over HTTP; for operators, because messages hold personal data. */
@Path("/v1/dead-letters")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class DeadLetterResource {

    private final Caller caller;
    private final Submissions submissions;
    private final DeadLetterIntake intake;
    private final DeadLetterStories stories;
    private final EntityManager database;

    DeadLetterResource(
            Caller caller,
            Submissions submissions,
            DeadLetterIntake intake,
            DeadLetterStories stories,
            EntityManager database) {
        this.caller = caller;
        this.submissions = submissions;
        this.intake = intake;
        this.stories = stories;
        this.database = database;
    }

    @GET
    public Page<DeadLetter> list(@Context UriInfo uri) {
        var page = PageRequest.of(uri, DeadLetterFilter.PARAMETERS);
        return DeadLetterFilter.parse(uri.getQueryParameters())
                .listing()
                .read(database, page)
                .map(DeadLetter::of);
    }

    @GET
    @Path("/{id}")
    public DeadLetterStory one(@RestPath UUID id) {
        return stories.find(id)
                .orElseThrow(() -> Refused.notFound("There is no dead letter %s.".formatted(id)));
    }

    @POST
    @Path("/redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response redrive(
            Submitted<RedriveRequest> submitted,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        var submission = submissions.posted(uri, key, submitted);
        return Receipts.answer(intake.redrive(submission, submitted.content(), caller.id()))
                .build();
    }

    @POST
    @Path("/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response discard(
            Submitted<DiscardRequest> submitted,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        var submission = submissions.posted(uri, key, submitted);
        return Receipts.answer(intake.discard(submission, submitted.content(), caller.id()))
                .build();
    }
}
