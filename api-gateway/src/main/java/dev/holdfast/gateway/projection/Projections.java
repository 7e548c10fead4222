package dev.holdfast.gateway.projection;

import dev.holdfast.contracts.Event;
import dev.holdfast.courier.handler.EventHandler;
import dev.holdfast.courier.handler.Received;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows every event to every view. */
@ApplicationScoped
public class Projections implements EventHandler {

    private final List<View> views;

    Projections(@All List<View> views) {
        this.views = views;
    }

    @Override
    public void handle(Received<Event> event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Received<Event>> events) {
        views.forEach(view -> view.project(events));
    }
}
