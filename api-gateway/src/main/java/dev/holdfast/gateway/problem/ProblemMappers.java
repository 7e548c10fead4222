package dev.holdfast.gateway.problem;

import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong into problem+json. Nothing of the inside gets out. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemAnswers answers;
    private final AllowedMethods allowed;

    ProblemMappers(ProblemAnswers answers, AllowedMethods allowed) {
        this.answers = answers;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response refused(Refused refused, ContainerRequestContext request) {
        return answers.to(request, refused);
    }

    /** What the REST layer itself refuses: no such path, method or content type. */
    @ServerExceptionMapper
    Response refusedByHttp(WebApplicationException refusal, ContainerRequestContext request) {
        int status = refusal.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(refusal, request);
        }
        var type = typeOf(status);
        Map<String, String> headers =
                type == ProblemType.METHOD_NOT_ALLOWED
                        ? Map.of(HttpHeaders.ALLOW, allowed.of(path(request)))
                        : Map.of();
        return answers.to(request, new Refused(type, sentence(type, request), List.of(), headers));
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Response unauthenticated(SecurityException refusal, ContainerRequestContext request) {
        LOG.infof("Refused %s %s: no valid token", request.getMethod(), path(request));
        boolean given = request.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        return answers.to(
                request,
                new Refused(
                        ProblemType.UNAUTHENTICATED,
                        given
                                ? "The token is expired, malformed, or not from the issuer trusted here."
                                : "Send a token: Authorization: Bearer <token>.",
                        List.of(),
                        Map.of(
                                HttpHeaders.WWW_AUTHENTICATE,
                                given ? "Bearer error=\"invalid_token\"" : "Bearer")));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refusal, ContainerRequestContext request) {
        LOG.infof("Refused %s %s: not with this role", request.getMethod(), path(request));
        return answers.to(
                request,
                new Refused(
                        ProblemType.FORBIDDEN,
                        "The roles in the token do not allow %s %s."
                                .formatted(request.getMethod(), path(request))));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, ContainerRequestContext request) {
        if (Classify.of(failure) == FailureClass.DATABASE_DOWN) {
            LOG.warnf(
                    "Refused %s %s: the database does not answer (%s)",
                    request.getMethod(), path(request), failure.getMessage());
            return answers.to(
                    request,
                    new Refused(
                            ProblemType.UNAVAILABLE,
                            "The database does not answer. Try again, with the same Idempotency-Key:"
                                    + " what was accepted is not accepted twice.",
                            List.of(),
                            Map.of(HttpHeaders.RETRY_AFTER, "1")));
        }
        LOG.errorf(failure, "%s %s failed", request.getMethod(), path(request));
        return answers.to(
                request,
                new Refused(
                        ProblemType.INTERNAL_ERROR,
                        "This is a defect on our side and was logged. Try again with the same"
                                + " Idempotency-Key."));
    }

    private static ProblemType typeOf(int status) {
        return switch (status) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemType.BAD_REQUEST;
        };
    }

    private static String sentence(ProblemType type, ContainerRequestContext request) {
        return switch (type) {
            case NOT_FOUND ->
                    "There is no %s; /q/openapi lists what there is.".formatted(path(request));
            case METHOD_NOT_ALLOWED ->
                    "%s is not offered by %s; the Allow header lists what is."
                            .formatted(request.getMethod(), path(request));
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json.";
            case NOT_ACCEPTABLE -> "The answer comes as application/json only.";
            case BODY_TOO_LARGE -> "The body is larger than what is taken here.";
            default -> type.title() + ".";
        };
    }

    private static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getRawPath();
    }
}
