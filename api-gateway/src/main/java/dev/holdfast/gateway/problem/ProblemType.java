package dev.holdfast.gateway.problem;

import java.net.URI;
import java.util.Locale;

/**
 * Every kind of refusal there is. The slug in {@link #uri} is part of the API: clients branch on
 * it, so a constant is never renamed.
 */
public enum ProblemType {
    MALFORMED_JSON(400, "The body is not valid JSON"),
    UNKNOWN_FIELD(400, "The body has a field that does not exist"),
    INVALID_REQUEST(400, "The body says something that cannot be"),
    INVALID_PARAMETER(400, "A parameter or header says something that cannot be"),
    IDEMPOTENCY_KEY_MISSING(400, "The Idempotency-Key header is missing"),
    IDEMPOTENCY_KEY_INVALID(400, "The Idempotency-Key header cannot be used"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    FORBIDDEN(403, "This is not allowed with this token"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not offered here"),
    NOT_ACCEPTABLE(406, "The answer is not offered in the accepted types"),
    IDEMPOTENCY_KEY_IN_FLIGHT(409, "A request with this key is being accepted"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
    UNKNOWN_SKU(422, "An ordered item does not exist"),
    IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
    BAD_REQUEST(400, "The request cannot be understood"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    UNAVAILABLE(503, "Not available for a moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable name, for instance {@code unknown-sku}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What problem details carry as {@code type}. */
    public URI uri() {
        return URI.create("urn:holdfast:problem:" + slug());
    }
}
