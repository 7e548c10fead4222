package dev.holdfast.gateway.timeline;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.EventType;
import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.notifications.NotificationFailed;
import dev.holdfast.contracts.notifications.NotificationSent;
import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.scheduler.TimerFired;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One thing that happened to an order.
 *
 * @param sequence its place in the order's own stream; null if it is told by others
 */
record Happening(
        UUID order,
        UUID eventId,
        Instant at,
        String type,
        String source,
        Long sequence,
        String detail) {

    /** How a timeline begins: with what the client was told. */
    static final String ACCEPTED = "accepted";

    private static final String ORDERS = "holdfast.orders.";

    /** What an event says of an order; nothing if it is about something else. */
    static Stream<Happening> in(Received<Event> event) {
        var envelope = event.envelope();
        return switch (event.body()) {
            case OrderPlaced placed ->
                    Stream.of(
                            accepted(placed.orderId(), envelope.causationId(), placed.acceptedAt()),
                            told(placed.orderId(), envelope, Story.of(placed)));
            case OrderEvent order -> Stream.of(told(order.orderId(), envelope, Story.of(order)));
            case NotificationSent sent ->
                    Stream.of(
                            told(
                                    sent.orderId(),
                                    envelope,
                                    "%s by %s".formatted(sent.kind(), sent.channel())));
            case NotificationFailed failed ->
                    Stream.of(
                            told(
                                    failed.orderId(),
                                    envelope,
                                    "%s by %s: %s"
                                            .formatted(
                                                    failed.kind(),
                                                    failed.channel(),
                                                    failed.reason())));
            case TimerFired fired when fired.type().startsWith(ORDERS) ->
                    byKey(envelope, name(fired.type()));
            case CommandRefused refused when refused.type().startsWith(ORDERS) ->
                    byKey(envelope, "%s: %s".formatted(name(refused.type()), refused.reason()));
            case DeadLettered dead when dead.type() != null && dead.type().startsWith(ORDERS) ->
                    byKey(envelope, "%s: %s".formatted(name(dead.type()), dead.reason()));
            default -> Stream.empty();
        };
    }

    static Happening accepted(UUID order, UUID commandId, Instant at) {
        var id = commandId == null ? order : commandId;
        return new Happening(order, id, at, ACCEPTED, Service.API_GATEWAY.source(), null, null);
    }

    private static Stream<Happening> byKey(Envelope envelope, String detail) {
        return uuid(envelope.key()).map(order -> told(order, envelope, detail)).stream();
    }

    private static Happening told(UUID order, Envelope envelope, String detail) {
        return new Happening(
                order,
                envelope.id(),
                envelope.time(),
                Catalogue.event(envelope.type()).map(EventType::name).orElse(envelope.type()),
                envelope.source(),
                envelope.sequence(),
                detail);
    }

    /** The key of a message that could not be read may be anything. */
    private static Optional<UUID> uuid(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(String type) {
        return type.split("\\.")[2];
    }
}
