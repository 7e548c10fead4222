package dev.holdfast.gateway.order;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers with an order and its ETag, which is its version. */
final class OrderAnswer {

    private OrderAnswer() {}

    static ResponseBuilder of(Order order) {
        return validated(Response.ok(order, MediaType.APPLICATION_JSON), order);
    }

    /** The order, or 304 if the client has this version of it. */
    static Response unlessKnown(Order order, Request request) {
        var unchanged = request.evaluatePreconditions(tag(order));
        return (unchanged == null ? of(order) : validated(unchanged, order)).build();
    }

    private static ResponseBuilder validated(ResponseBuilder answer, Order order) {
        var revalidate = new CacheControl();
        revalidate.setPrivate(true);
        revalidate.setNoCache(true);
        revalidate.setNoTransform(false);
        return answer.tag(tag(order)).cacheControl(revalidate);
    }

    private static EntityTag tag(Order order) {
        return new EntityTag(Long.toString(order.version()));
    }
}
