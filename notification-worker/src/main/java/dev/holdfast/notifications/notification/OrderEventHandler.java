package dev.holdfast.notifications.notification;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.notifications.SendMail;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.courier.handler.EventHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.rule.MailRules;
import dev.holdfast.notifications.rule.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Decides of each event of an order whether its customer is to be told, and has it sent.
 *
 * <p><b>Guarantee.</b> One notification per event, channel and customer, even if the event is
 * replayed long after the inbox has forgotten it. A batch costs a handful of statements.
 */
@ApplicationScoped
public class OrderEventHandler implements EventHandler {

    private static final Logger LOG = Logger.getLogger(OrderEventHandler.class);

    private final Outbox outbox;

    OrderEventHandler(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void handle(Received<Event> event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Received<Event>> events) {
        keepOrders(events.stream().map(Received::body).flatMap(only(OrderPlaced.class)).toList());
        tellCustomers(events.stream().flatMap(OrderEventHandler::told).toList());
    }

    private void keepOrders(List<OrderPlaced> placed) {
        var known =
                OrderContact.ofOrders(placed.stream().map(OrderPlaced::orderId).toList()).stream()
                        .map(contact -> contact.orderId)
                        .collect(Collectors.toSet());
        placed.stream()
                .filter(order -> known.add(order.orderId()))
                .map(OrderContact::of)
                .forEach(contact -> contact.persist());
    }

    private void tellCustomers(List<Told> told) {
        Map<UUID, OrderContact> orders = ordersOf(told);
        Set<UUID> known = knownOf(told);
        for (Told each : told) {
            if (known.add(each.eventId())) {
                tell(each, orders);
            }
        }
    }

    private void tell(Told told, Map<UUID, OrderContact> orders) {
        OrderContact order = orders.get(told.orderId());
        if (order == null) {
            throw new IllegalStateException(
                    "%s of order %s came before the order was placed."
                            .formatted(told.notice().kind().label(), told.orderId()));
        }
        var notification = Notification.mail(told.eventId(), told.notice(), order);
        notification.persist();
        outbox.send(new SendMail(notification.id), told.cause());
        LOG.infof(
                "Order %s: its customer is to be told, by the mail %s (%s).",
                told.orderId(), told.notice().kind().label(), notification.id);
    }

    private static Map<UUID, OrderContact> ordersOf(List<Told> told) {
        Map<UUID, OrderContact> orders = new HashMap<>();
        OrderContact.ofOrders(told.stream().map(Told::orderId).distinct().toList())
                .forEach(order -> orders.put(order.orderId, order));
        return orders;
    }

    private static Set<UUID> knownOf(List<Told> told) {
        return Notification.ofEvents(told.stream().map(Told::eventId).toList()).stream()
                .map(notification -> notification.eventId)
                .collect(Collectors.toSet());
    }

    private static Stream<Told> told(Received<Event> received) {
        return Stream.of(received.body())
                .flatMap(only(OrderEvent.class))
                .flatMap(
                        event ->
                                MailRules.mailFor(event).stream()
                                        .map(notice -> Told.of(event, notice, received)));
    }

    private static <T> Function<Object, Stream<T>> only(Class<T> type) {
        return body -> type.isInstance(body) ? Stream.of(type.cast(body)) : Stream.empty();
    }

    private record Told(UUID eventId, UUID orderId, Notice notice, Cause cause) {

        private static Told of(OrderEvent event, Notice notice, Received<Event> received) {
            var envelope = received.envelope();
            return new Told(envelope.id(), event.orderId(), notice, Cause.of(envelope));
        }
    }
}
