package dev.holdfast.benchmarks.service;

import dev.holdfast.courier.outbox.Committed;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/** What a benchmark can have this service do. */
@ApplicationScoped
class Controls {

    private final Publisher publisher;
    private final Event<Committed> committed;

    Controls(Publisher publisher, Event<Committed> committed) {
        this.publisher = publisher;
        this.committed = committed;
    }

    void routes(@Observes Router router) {
        router.post("/ring").blockingHandler(this::ring, false);
        router.post("/publish").blockingHandler(this::publish, false);
    }

    /** As if a transaction of this process had committed. */
    private void ring(RoutingContext request) {
        committed.fire(new Committed());
        request.response().setStatusCode(204).end();
    }

    private void publish(RoutingContext request) {
        Ways ways =
                publisher.publish(
                        number(request, "perSecond"),
                        number(request, "messages"),
                        Boolean.parseBoolean(request.request().getParam("takenHere")));
        request.json(
                new JsonObject()
                        .put("acknowledged", ways.acknowledged())
                        .put("lost", ways.lost())
                        .put("seconds", ways.seconds())
                        .put("p50", ways.p50Millis())
                        .put("p99", ways.p99Millis()));
    }

    private static int number(RoutingContext request, String name) {
        return Integer.parseInt(request.request().getParam(name));
    }
}
