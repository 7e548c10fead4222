package dev.holdfast.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;

/**
 * Problem details (RFC 9457), the body of every refusal.
 *
 * @param type which kind, stable
 * @param title the kind in words
 * @param detail this occurrence in words, for the developer of the client
 * @param instance the path that was asked
 * @param errors where the request is wrong, one by one
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type, String title, int status, String detail, String instance, List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemType type, String detail, String instance, List<Fault> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, instance, errors);
    }
}
