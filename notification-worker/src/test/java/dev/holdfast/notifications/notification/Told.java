package dev.holdfast.notifications.notification;

import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Event;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.notifications.delivery.Delivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Hands events to the service as the courier does, and looks at what it made of them. */
@ApplicationScoped
public class Told {

    private final OrderEventHandler events;

    Told(OrderEventHandler events) {
        this.events = events;
    }

    public void of(List<Received<Event>> arrived) {
        QuarkusTransaction.requiringNew().run(() -> events.handleAll(arrived));
    }

    public List<Notification> about(UUID order) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Notification.list("orderId = ?1 order by id", order));
    }

    /** The one notification about the order, once it has ended. */
    public Notification awaitEnded(UUID order) {
        return await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> about(order), found -> found.stream().noneMatch(Notification::pending))
                .getFirst();
    }

    /** How each attempt to send the notification ended. */
    public Stream<String> attempts(Notification notification) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.of(notification.id)).stream()
                .map(delivery -> delivery.outcome.label());
    }
}
