package dev.holdfast.gateway.problem;

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

    BodyLimit(ProblemAnswers answers) {
        this.answers = answers;
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
        exchange.request().handler(dropped -> {}).resume();
        answers.to(exchange, exceeded());
    }

    private static long announced(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
