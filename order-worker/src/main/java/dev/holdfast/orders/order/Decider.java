package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderDeclined;
import dev.holdfast.contracts.orders.OrderEvent;
import dev.holdfast.contracts.orders.OrderExpired;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.contracts.orders.PaymentAuthorized;
import dev.holdfast.contracts.orders.PaymentVoided;
import dev.holdfast.contracts.orders.PlaceOrder;
import dev.holdfast.contracts.orders.StockReserved;
import dev.holdfast.orders.order.Instruction.Authorize;
import dev.holdfast.orders.order.Instruction.Decline;
import dev.holdfast.orders.order.Instruction.Expire;
import dev.holdfast.orders.order.Instruction.Place;
import dev.holdfast.orders.order.Instruction.RecordVoid;
import dev.holdfast.orders.order.OrderState.Authorized;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.Declined;
import dev.holdfast.orders.order.OrderState.Expired;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import dev.holdfast.orders.order.OrderState.Placed;
import dev.holdfast.orders.order.OrderState.Rejected;
import dev.holdfast.orders.order.OrderState.Reserved;
import dev.holdfast.orders.order.Reservation.Held;
import dev.holdfast.orders.order.Reservation.NotTried;
import dev.holdfast.orders.order.Reservation.Short;
import java.util.List;
import java.util.Optional;

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

    private record Asked(OrderState state, Instruction instruction) {}

    private record Happened(OrderState state, OrderEvent event) {}
}
