package dev.holdfast.gateway.ledger;

import dev.holdfast.gateway.access.Caller;
import dev.holdfast.gateway.problem.Refused;
import dev.holdfast.gateway.request.IdempotencyKey;
import dev.holdfast.gateway.request.RequestHash;
import dev.holdfast.gateway.request.Submitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

/** Requests in the eyes of the ledger. */
@ApplicationScoped
public class Submissions {

    private final Caller caller;

    Submissions(Caller caller) {
        this.caller = caller;
    }

    /**
     * A POST, which needs a key.
     *
     * @throws Refused if the key is missing or cannot be used
     */
    public Submission posted(UriInfo uri, String key, Submitted<?> body) {
        return submission("POST", uri, IdempotencyKey.required(key), body);
    }

    /**
     * A PUT, which is safe to repeat without a key.
     *
     * @throws Refused if the key cannot be used
     */
    public Submission put(UriInfo uri, String key, Submitted<?> body) {
        return submission("PUT", uri, IdempotencyKey.optional(key), body);
    }

    private Submission submission(String method, UriInfo uri, String key, Submitted<?> body) {
        var hash = RequestHash.of(method, uri.getPath(), body.tree());
        return new Submission(caller.id(), key, hash);
    }
}
