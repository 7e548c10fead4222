package dev.holdfast.orders.order;

import static dev.holdfast.orders.order.Decision.granted;
import static dev.holdfast.orders.order.Decision.refused;

import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderDelivered;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RequestedLine;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.orders.order.OrderState.Authorized;
import dev.holdfast.orders.order.OrderState.Canceled;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.Declined;
import dev.holdfast.orders.order.OrderState.Expired;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import dev.holdfast.orders.order.OrderState.Placed;
import dev.holdfast.orders.order.OrderState.Rejected;
import dev.holdfast.orders.order.OrderState.Reserved;
import dev.holdfast.orders.order.OrderState.Shipped;
import dev.holdfast.orders.order.Request.Cancel;
import dev.holdfast.orders.order.Request.Deliver;
import dev.holdfast.orders.order.Request.Refund;
import dev.holdfast.orders.order.Request.Ship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes of what people ask. Whoever asks learns what became of it: each request either leads
 * to an event or is refused with a reason.
 */
public final class Requests {

    private Requests() {}

    /** What comes of a request to an order in this state. */
    public static Decision decide(OrderState state, Request request) {
        return switch (state) {
            case NotPlaced _ -> refused("unknown_order", "There is no such order.");
            case Placed _, Authorized _ ->
                    refused("in_progress", "The order is being taken; ask again in a moment.");
            case Rejected _ -> refused("rejected", "The order was rejected.");
            case Declined _ -> refused("declined", "The order's payment was declined.");
            case Expired _ -> refused("expired", "The order has expired.");
            case Canceled _ -> refused("canceled", "The order was canceled.");
            case Reserved(Order order) -> reserved(order, request);
            case Confirmed(Order order, Payment payment) -> confirmed(order, payment, request);
            case Shipped shipped -> shipped(shipped, request);
        };
    }

    private static Decision reserved(Order order, Request request) {
        return switch (request) {
            case Cancel cancel -> granted(new OrderCanceled(order.id(), cancel.reason()));
            case Ship _, Deliver _, Refund _ ->
                    refused("not_confirmed", "The order's payment is still under way.");
        };
    }

    private static Decision confirmed(Order order, Payment payment, Request request) {
        return switch (request) {
            case Cancel cancel -> granted(new OrderCanceled(order.id(), cancel.reason()));
            case Ship ship ->
                    ship(new Shipped(order, Money.of(payment), Parcels.NONE, false), ship);
            case Deliver _ -> refused("not_shipped", "Nothing of the order has been shipped.");
            case Refund _ ->
                    refused("not_captured", "Nothing has been charged yet: cancel the order.");
        };
    }

    private static Decision shipped(Shipped order, Request request) {
        return switch (request) {
            case Cancel _ when order.delivered() ->
                    refused("delivered", "The order has been delivered; refund it.");
            case Cancel _ when order.complete() ->
                    refused("shipped", "Everything has been shipped; refund it.");
            case Cancel cancel -> cancelRest(order, cancel);
            case Ship _ when order.complete() ->
                    refused("shipped", "Nothing of the order is left to ship.");
            case Ship ship -> ship(order, ship);
            case Deliver _ when order.delivered() ->
                    refused("delivered", "The order has been delivered.");
            case Deliver _ when !order.complete() ->
                    refused("partly_shipped", "A part of the order has not been shipped.");
            case Deliver _ -> granted(new OrderDelivered(order.order().id()));
            case Refund refund -> refund(order, refund);
        };
    }

    private static Decision ship(Shipped before, Ship ship) {
        Order order = before.order();
        List<RequestedLine> open = before.parcels().open(order);
        List<RequestedLine> lines = ship.lines().isEmpty() ? open : ship.lines();
        Optional<String> tooMuch = notWithin(lines, open);
        if (tooMuch.isPresent()) {
            return refused(
                    "not_open", "There is not as much of %s to ship.".formatted(tooMuch.get()));
        }
        boolean complete = before.parcels().sending(lines).open(order).isEmpty();
        return granted(
                new OrderShipped(order.id(), ship.id(), lines, ship.trackingNumber(), complete));
    }

    /** What has not been captured yet is given back when it is. */
    private static Decision cancelRest(Shipped before, Cancel cancel) {
        Order order = before.order();
        List<RequestedLine> rest = before.parcels().open(order);
        long amount = order.price(rest);
        var events = new ArrayList<OrderEvent>();
        events.add(new RestCanceled(order.id(), cancel.reason(), rest, amount));
        long back = Math.min(amount, before.money().refundable());
        if (back > 0) {
            events.add(
                    new RefundRequested(
                            order.id(), cancel.id(), back, order.currency(), cancel.reason()));
        }
        return new Decision.Granted(events);
    }

    private static Decision refund(Shipped before, Refund refund) {
        Order order = before.order();
        Optional<String> foreign = notWithin(refund.lines(), order.wanted());
        if (foreign.isPresent()) {
            return refused(
                    "not_ordered", "There is not as much of %s in it.".formatted(foreign.get()));
        }
        if (before.money().knows(refund.id())) {
            return refused("requested", "This refund has been asked for already.");
        }
        long refundable = before.money().refundable();
        if (before.money().captured() == 0) {
            return refused("not_captured", "Nothing has been charged yet; ask again in a moment.");
        }
        if (refundable == 0) {
            return refused("refunded", "All of it has been refunded.");
        }
        long amount =
                refund.amount() != null
                        ? refund.amount()
                        : refund.lines().isEmpty() ? refundable : order.price(refund.lines());
        if (amount < 1 || amount > refundable) {
            return refused(
                    "too_much",
                    "%d cannot be refunded; it can be from 1 to %d.".formatted(amount, refundable));
        }
        return granted(
                new RefundRequested(
                        order.id(), refund.id(), amount, order.currency(), refund.reason()));
    }

    /** The first item of which there is more in the lines than in the limit. */
    private static Optional<String> notWithin(
            List<RequestedLine> lines, List<RequestedLine> limit) {
        Map<String, Long> left = new HashMap<>();
        limit.forEach(line -> left.merge(line.sku(), (long) line.quantity(), Long::sum));
        for (RequestedLine line : lines) {
            long after = left.getOrDefault(line.sku(), 0L) - line.quantity();
            if (line.quantity() < 1 || after < 0) {
                return Optional.of(line.sku());
            }
            left.put(line.sku(), after);
        }
        return Optional.empty();
    }
}
