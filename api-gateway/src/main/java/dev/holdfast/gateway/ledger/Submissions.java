package dev.holdfast.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
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
        return submission("POST", uri, IdempotencyKey.required(key), body.tree());
    }

    /**
     * A PUT, which is safe to repeat without a key.
     *
     * @throws Refused if the key cannot be used
     */
    public Submission put(UriInfo uri, String key, Submitted<?> body) {
        return submission("PUT", uri, IdempotencyKey.optional(key), body.tree());
    }

    /**
     * A POST whose path says it all.
     *
     * @throws Refused if the key is missing or cannot be used
     */
    public Submission posted(UriInfo uri, String key) {
        return submission("POST", uri, IdempotencyKey.required(key), NullNode.getInstance());
    }

    /**
     * A DELETE, which is safe to repeat without a key.
     *
     * @throws Refused if the key cannot be used
     */
    public Submission deleted(UriInfo uri, String key) {
        return submission("DELETE", uri, IdempotencyKey.optional(key), NullNode.getInstance());
    }

    private Submission submission(String method, UriInfo uri, String key, JsonNode body) {
        return new Submission(caller.id(), key, RequestHash.of(method, uri.getPath(), body));
    }
}
