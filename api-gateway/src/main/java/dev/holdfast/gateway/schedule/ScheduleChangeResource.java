package dev.holdfast.gateway.schedule;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.scheduler.DefineSchedule;
import dev.holdfast.contracts.scheduler.DeleteSchedule;
import dev.holdfast.contracts.scheduler.FireScheduleNow;
import dev.holdfast.contracts.scheduler.PauseSchedule;
import dev.holdfast.contracts.scheduler.ResumeSchedule;
import dev.holdfast.gateway.access.Role;
import dev.holdfast.gateway.ledger.Receipts;
import dev.holdfast.gateway.ledger.Submission;
import dev.holdfast.gateway.ledger.Submissions;
import dev.holdfast.gateway.problem.Refused;
import dev.holdfast.gateway.request.IdempotencyKey;
import dev.holdfast.gateway.request.Submitted;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Schedules to be changed, over HTTP: each change a command. */
@Path("/v1/schedules")
@RunOnVirtualThread
@RolesAllowed(Role.OPERATOR)
public class ScheduleChangeResource {

    private final Submissions submissions;
    private final ScheduleIntake intake;
    private final Definition definition;

    ScheduleChangeResource(Submissions submissions, ScheduleIntake intake, Definition definition) {
        this.submissions = submissions;
        this.intake = intake;
        this.definition = definition;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response define(
            Submitted<ScheduleRequest> submitted,
            @RestPath String id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        var request = submitted.content();
        var submission = submissions.put(uri, key, submitted);
        var command = new DefineSchedule(checked(id), definition.of(request), request.enabled());
        return Receipts.answer(intake.define(submission, command)).build();
    }

    @DELETE
    @Path("/{id}")
    public Response delete(
            @RestPath String id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return change(submissions.deleted(uri, key), new DeleteSchedule(id));
    }

    @POST
    @Path("/{id}/pause")
    public Response pause(
            @RestPath String id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return change(submissions.posted(uri, key), new PauseSchedule(id));
    }

    @POST
    @Path("/{id}/resume")
    public Response resume(
            @RestPath String id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return change(submissions.posted(uri, key), new ResumeSchedule(id));
    }

    @POST
    @Path("/{id}/fire")
    public Response fire(
            @RestPath String id,
            @RestHeader(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        return change(submissions.posted(uri, key), new FireScheduleNow(id));
    }

    private Response change(Submission submission, Command command) {
        return Receipts.answer(intake.change(submission, command)).build();
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw Refused.parameter(
                    "id",
                    "must be 1 to 100 letters, digits, dots, dashes or underscores, and begin with a letter or digit");
        }
        return name;
    }
}
