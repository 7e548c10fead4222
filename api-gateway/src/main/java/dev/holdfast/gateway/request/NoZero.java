package dev.holdfast.gateway.request;

import dev.holdfast.gateway.problem.ProblemType;
import dev.holdfast.gateway.problem.Refused;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with a character that no text in PostgreSQL can have. */
class NoZero {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        if (isIn(uri.getPath())
                || uri.getQueryParameters().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(NoZero::isIn)) {
            throw new Refused(
                    ProblemType.BAD_REQUEST, "The address contains the character zero (%00).");
        }
    }

    private static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }
}
