package dev.holdfast.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** Answers with problem details, and counts them by kind. */
@Singleton
class ProblemAnswers {

    private final MeterRegistry metrics;
    private final ObjectMapper json;

    ProblemAnswers(MeterRegistry metrics, ObjectMapper json) {
        this.metrics = metrics;
        this.json = json;
    }

    /** For a request that the REST layer has. */
    Response to(ContainerRequestContext request, Refused refused) {
        var path = request.getUriInfo().getRequestUri().getRawPath();
        var answer =
                Response.status(refused.type().status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem(refused, path));
        refused.headers().forEach(answer::header);
        return answer.build();
    }

    /** For a request that does not get that far. */
    void to(RoutingContext exchange, Refused refused) {
        exchange.response()
                .setStatusCode(refused.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(write(problem(refused, exchange.request().path())));
    }

    private Problem problem(Refused refused, String path) {
        metrics.counter("holdfast.requests.refused", "problem", refused.type().slug()).increment();
        return Problem.of(refused.type(), refused.getMessage(), path, refused.faults());
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Problem details cannot be written as JSON.", e);
        }
    }
}
