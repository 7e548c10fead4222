package dev.holdfast.orders.order;

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
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.orders.order.Instruction.Authorize;
import dev.holdfast.orders.order.Instruction.Decline;
import dev.holdfast.orders.order.Instruction.Expire;
import dev.holdfast.orders.order.Instruction.Place;
import dev.holdfast.orders.order.Instruction.RecordCapture;
import dev.holdfast.orders.order.Instruction.RecordRefund;
import dev.holdfast.orders.order.Instruction.RecordVoid;
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
import dev.holdfast.orders.order.Reservation.Held;
import dev.holdfast.orders.order.Reservation.NotTried;
import dev.holdfast.orders.order.Reservation.Short;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The life of an order.
 *
 * <p>An instruction that comes twice, or too late, is no error: it decides nothing. So whoever
 * delivers instructions may deliver them again.
 */
public final class Decider {

    public static final String PAYMENT_TIMEOUT = "payment_timeout";

    private Decider() {}

    /** What happens to an order in this state; nothing, if the instruction has no place in it. */
    public static List<OrderEvent> decide(OrderState state, Instruction instruction) {
        return switch (new Asked(state, instruction)) {
            case Asked(NotPlaced _, Place place) -> place(place);
            case Asked(Reserved(Order order), Authorize(String paymentId)) ->
                    confirm(order, paymentId);
            case Asked(Reserved(Order order), Decline(String reason, String detail)) ->
                    List.of(new OrderDeclined(order.id(), reason, detail));
            case Asked(Reserved(Order order), Expire _) ->
                    List.of(new OrderExpired(order.id(), PAYMENT_TIMEOUT));
            case Asked(Expired expired, RecordVoid(String paymentId))
                    when expired.voidedPayment() == null ->
                    List.of(new PaymentVoided(expired.order().id(), paymentId));
            case Asked(Canceled canceled, RecordVoid(String paymentId))
                    when canceled.voidedPayment() == null ->
                    List.of(new PaymentVoided(canceled.order().id(), paymentId));
            case Asked(Shipped shipped, RecordCapture(UUID id)) when !shipped.money().taken() ->
                    capture(shipped, id);
            case Asked(Shipped shipped, RecordRefund(UUID refundId))
                    when shipped.money().pending(refundId) != null ->
                    List.of(refunded(shipped, shipped.money().pending(refundId)));
            default -> List.of();
        };
    }

    /**
     * The order after one more event.
     *
     * @throws IllegalHistory if it cannot have happened to an order in this state
     */
    public static OrderState evolve(OrderState state, OrderEvent event) {
        return switch (new Happened(state, event)) {
            case Happened(NotPlaced _, OrderPlaced placed) -> new Placed(Order.of(placed));
            case Happened(Placed(Order order), StockReserved _) -> new Reserved(order);
            case Happened(Placed(Order order), OrderRejected rejected) ->
                    new Rejected(order, rejected.reason());
            case Happened(Reserved(Order order), PaymentAuthorized authorized) ->
                    new Authorized(order, Payment.of(authorized));
            case Happened(Authorized(Order order, Payment payment), OrderConfirmed _) ->
                    new Confirmed(order, payment);
            case Happened(Reserved(Order order), OrderDeclined declined) ->
                    new Declined(order, declined.reason());
            case Happened(Reserved(Order order), OrderExpired expired) ->
                    new Expired(order, expired.reason(), null);
            case Happened(Expired expired, PaymentVoided voided)
                    when expired.voidedPayment() == null ->
                    new Expired(expired.order(), expired.reason(), voided.paymentId());
            case Happened(Reserved(Order order), OrderCanceled canceled) ->
                    new Canceled(order, canceled.reason(), null);
            case Happened(Confirmed(Order order, _), OrderCanceled canceled) ->
                    new Canceled(order, canceled.reason(), null);
            case Happened(Canceled canceled, PaymentVoided voided)
                    when canceled.voidedPayment() == null ->
                    new Canceled(canceled.order(), canceled.reason(), voided.paymentId());
            case Happened(Confirmed(Order order, Payment payment), OrderShipped parcel) ->
                    new Shipped(
                            order, Money.of(payment), Parcels.NONE.sending(parcel.lines()), false);
            case Happened(
                            Shipped(Order order, Money money, Parcels parcels, boolean delivered),
                            _) ->
                    switch (event) {
                        case OrderShipped parcel ->
                                new Shipped(
                                        order, money, parcels.sending(parcel.lines()), delivered);
                        case RestCanceled rest ->
                                new Shipped(
                                        order, money, parcels.canceling(rest.lines()), delivered);
                        case OrderDelivered _ when !delivered ->
                                new Shipped(order, money, parcels, true);
                        case PaymentCaptured _ when !money.taken() ->
                                new Shipped(order, money.capture(), parcels, delivered);
                        case RefundRequested(_, UUID refundId, long amount, _, _) ->
                                new Shipped(
                                        order, money.owing(refundId, amount), parcels, delivered);
                        case PaymentRefunded refunded
                                when money.pending(refunded.refundId()) != null ->
                                new Shipped(
                                        order,
                                        money.refunded(refunded.refundId()),
                                        parcels,
                                        delivered);
                        default -> throw new IllegalHistory(state, event);
                    };
            default -> throw new IllegalHistory(state, event);
        };
    }

    /** The order after all these events. */
    public static OrderState evolve(OrderState state, List<OrderEvent> events) {
        OrderState current = state;
        for (OrderEvent event : events) {
            current = evolve(current, event);
        }
        return current;
    }

    private static List<OrderEvent> place(Place place) {
        return List.of(placed(place.command(), place.quote()), reservedOrRejected(place));
    }

    private static OrderPlaced placed(PlaceOrder command, Quote quote) {
        return new OrderPlaced(
                command.orderId(),
                command.reference(),
                command.customer(),
                command.currency(),
                quote.lines(),
                quote.total(),
                command.paymentMethod(),
                command.acceptedAt());
    }

    private static OrderEvent reservedOrRejected(Place place) {
        PlaceOrder command = place.command();
        Optional<Refusal> refusal = place.quote().refusal();
        return switch (place.reservation()) {
            case Held _ when refusal.isEmpty() ->
                    new StockReserved(command.orderId(), command.lines());
            case Short(String sku) when refusal.isEmpty() ->
                    rejected(command, Refusal.outOfStock(sku));
            case NotTried _ when refusal.isPresent() -> rejected(command, refusal.get());
            default ->
                    throw new IllegalArgumentException(
                            "Stock is asked for an order if, and only if, its quote is good.");
        };
    }

    private static OrderEvent rejected(PlaceOrder command, Refusal refusal) {
        return new OrderRejected(command.orderId(), refusal.reason(), refusal.detail());
    }

    private static List<OrderEvent> confirm(Order order, String paymentId) {
        return List.of(
                new PaymentAuthorized(order.id(), paymentId, order.total(), order.currency()),
                new OrderConfirmed(order.id()));
    }

    /** What was canceled while the money was on its way is given back at once. */
    private static List<OrderEvent> capture(Shipped shipped, UUID id) {
        Order order = shipped.order();
        Payment payment = shipped.money().payment();
        var captured =
                new PaymentCaptured(order.id(), payment.id(), payment.amount(), order.currency());
        long canceled = order.price(shipped.parcels().canceledLines());
        return canceled == 0
                ? List.of(captured)
                : List.of(
                        captured,
                        new RefundRequested(order.id(), id, canceled, order.currency(), null));
    }

    private static OrderEvent refunded(Shipped shipped, Money.Refund refund) {
        boolean inFull = shipped.money().kept() == refund.amount();
        Order order = shipped.order();
        return new PaymentRefunded(
                order.id(), refund.id(), refund.amount(), order.currency(), inFull);
    }

    private record Asked(OrderState state, Instruction instruction) {}

    private record Happened(OrderState state, OrderEvent event) {}
}
