package dev.holdfast.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body that says beforehand that it is too large. It is read to its end and dropped: a
 * client that is cut off while sending sees a broken connection and never the reason.
 */
@Singleton
public class BodyLimit {

    /** What a request may carry, in bytes. */
    public static final int BYTES = 1024 * 1024;

    private static final int FIRST = 1000;

    private final ProblemAnswers answers;
    private final ObjectMapper json;

    BodyLimit(ProblemAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** The refusal, for who finds out only while reading. */
    public static Refused exceeded() {
        return new Refused(
                ProblemType.BODY_TOO_LARGE,
                "The body is larger than 1 MB, which is the most that is taken here.");
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext exchange) {
        if (announced(exchange) <= BYTES) {
            exchange.next();
            return;
        }
        var request = exchange.request();
        request.handler(dropped -> {}).resume();
        exchange.response()
                .setStatusCode(ProblemType.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(body(request.path()));
    }

    private static long announced(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private String body(String path) {
        try {
            return json.writeValueAsString(answers.problem(exceeded(), path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Problem details cannot be written as JSON.", e);
        }
    }
}
