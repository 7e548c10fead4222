package dev.holdfast.gateway.order;

import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderDelivered;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentCaptured;
import dev.holdfast.contracts.orders.PaymentRefunded;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.gateway.projection.MissingVersion;
import java.time.Instant;
import java.util.UUID;

/**
 * What a run of events makes of one order of the view. Pure: the rules of the projection.
 *
 * @param known where the view stands; null if it does not have the order
 * @param placed the event that began the order; null if it is not among these
 * @param version of the last event; that of {@code known} if nothing was new
 */
record OrderChange(
        UUID id,
        Known known,
        OrderPlaced placed,
        Instant placedAt,
        OrderStatus status,
        String reason,
        Instant confirmedAt,
        Instant updatedAt,
        long version) {

    /** What the view has of an order before the events. */
    record Known(UUID id, long version, OrderStatus status) {}

    static OrderChange from(UUID id, Known known) {
        return known == null
                ? new OrderChange(id, null, null, null, null, null, null, null, 0)
                : new OrderChange(
                        id, known, null, null, known.status(), null, null, null, known.version());
    }

    /**
     * And then this event; one that the order is past changes nothing.
     *
     * @throws MissingVersion if the event before it has not come
     */
    OrderChange then(OrderEvent event, long sequence, Instant at) {
        if (sequence <= version) {
            return this;
        }
        if (sequence != version + 1) {
            throw new MissingVersion(id.toString(), sequence, version);
        }
        return switch (event) {
            case OrderPlaced begun ->
                    new OrderChange(
                            id, known, begun, at, OrderStatus.PLACED, null, null, at, sequence);
            case StockReserved _ -> to(OrderStatus.RESERVED, null, at, sequence);
            case OrderRejected rejected ->
                    to(OrderStatus.REJECTED, rejected.reason(), at, sequence);
            case PaymentAuthorized _ -> to(OrderStatus.AUTHORIZED, null, at, sequence);
            case OrderConfirmed _ -> to(OrderStatus.CONFIRMED, null, at, sequence).confirmed(at);
            case OrderDeclined declined ->
                    to(OrderStatus.DECLINED, declined.reason(), at, sequence);
            case OrderExpired expired -> to(OrderStatus.EXPIRED, expired.reason(), at, sequence);
            case OrderCanceled canceled ->
                    to(OrderStatus.CANCELED, canceled.reason(), at, sequence);
            case OrderShipped shipped ->
                    sent(
                            shipped.complete() ? OrderStatus.SHIPPED : OrderStatus.PARTLY_SHIPPED,
                            at,
                            sequence);
            case RestCanceled _ -> sent(OrderStatus.SHIPPED, at, sequence);
            case OrderDelivered _ -> sent(OrderStatus.DELIVERED, at, sequence);
            case PaymentRefunded refunded ->
                    to(
                            refunded.inFull() ? OrderStatus.REFUNDED : OrderStatus.PARTLY_REFUNDED,
                            null,
                            at,
                            sequence);
            case PaymentVoided _, PaymentCaptured _, RefundRequested _ ->
                    to(status, reason, at, sequence);
        };
    }

    boolean changesNothing() {
        return updatedAt == null;
    }

    boolean isNew() {
        return placed != null;
    }

    private OrderChange to(OrderStatus next, String why, Instant at, long sequence) {
        return new OrderChange(id, known, placed, placedAt, next, why, confirmedAt, at, sequence);
    }

    private OrderChange sent(OrderStatus next, Instant at, long sequence) {
        return to(status.refunded() ? status : next, null, at, sequence);
    }

    private OrderChange confirmed(Instant at) {
        return new OrderChange(id, known, placed, placedAt, status, reason, at, updatedAt, version);
    }
}
