package dev.holdfast.gateway.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** Answers with problem details, and counts them by kind. */
@Singleton
class ProblemAnswers {

    private final MeterRegistry metrics;

    ProblemAnswers(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    Response to(ContainerRequestContext request, Refused refused) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        var answer =
                Response.status(refused.type().status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem(refused, path));
        refused.headers().forEach(answer::header);
        return answer.build();
    }

    Problem problem(Refused refused, String path) {
        metrics.counter("holdfast.requests.refused", "problem", refused.type().slug()).increment();
        return Problem.of(refused.type(), refused.getMessage(), path, refused.faults());
    }
}
