package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.RequestedLine;
import java.util.List;

/** What an order is after all that has happened to it. */
public sealed interface OrderState {

    /** Nothing has happened yet. */
    record NotPlaced() implements OrderState {}

    /** An order that exists. */
    sealed interface Known extends OrderState {
        Order order();
    }

    /** Taken and priced; nothing is held for it. */
    record Placed(Order order) implements Known {}

    /** Its stock is held, its payment is being asked for. */
    record Reserved(Order order) implements Known {}

    /** Its stock is held and its payment is set aside. */
    record Authorized(Order order, Payment payment) implements Known {}

    /** It will be delivered. */
    record Confirmed(Order order, Payment payment) implements Known {}

    /** It cannot be delivered as asked. */
    record Rejected(Order order, String reason) implements Known {}

    /** The provider refused the payment. */
    record Declined(Order order, String reason) implements Known {}

    /**
     * The payment did not answer in time.
     *
     * @param voidedPayment the authorization that came too late and was given back; null if there
     *     was none, or none yet
     */
    record Expired(Order order, String reason, String voidedPayment) implements Known {}

    /**
     * Something of it has left.
     *
     * @param delivered whether all that has left has arrived
     */
    record Shipped(Order order, Money money, Parcels parcels, boolean delivered) implements Known {

        /** Whether nothing is left to ship. */
        public boolean complete() {
            return parcels.open(order).isEmpty();
        }
    }

    /**
     * Somebody did not want it any more before anything had left.
     *
     * @param voidedPayment what was set aside for it and was given back; null if there was nothing,
     *     or nothing yet
     */
    record Canceled(Order order, String reason, String voidedPayment) implements Known {}

    /** What the stock holds for it. */
    default List<RequestedLine> held() {
        return switch (this) {
            case Reserved(Order order) -> order.wanted();
            case Authorized(Order order, _) -> order.wanted();
            case Confirmed(Order order, _) -> order.wanted();
            case Shipped shipped -> shipped.parcels().open(shipped.order());
            case NotPlaced _, Placed _, Rejected _, Declined _, Expired _, Canceled _ -> List.of();
        };
    }

    /** What has left the stock for it. */
    default List<RequestedLine> gone() {
        return this instanceof Shipped shipped ? shipped.parcels().sentLines() : List.of();
    }

    /** Whether money that is set aside for it has to be given back. */
    default boolean refusesMoney() {
        return switch (this) {
            case Rejected _, Declined _ -> true;
            case Expired expired -> expired.voidedPayment() == null;
            case Canceled canceled -> canceled.voidedPayment() == null;
            case NotPlaced _, Placed _, Reserved _, Authorized _, Confirmed _, Shipped _ -> false;
        };
    }

    /** The word for it, in the API and in the tables. */
    default String status() {
        return switch (this) {
            case NotPlaced _ -> throw new IllegalStateException("It does not exist.");
            case Placed _ -> "placed";
            case Reserved _ -> "reserved";
            case Authorized _ -> "authorized";
            case Confirmed _ -> "confirmed";
            case Rejected _ -> "rejected";
            case Declined _ -> "declined";
            case Expired _ -> "expired";
            case Canceled _ -> "canceled";
            case Shipped shipped when shipped.money().refunded() > 0 ->
                    shipped.money().kept() > 0 ? "partly_refunded" : "refunded";
            case Shipped shipped when shipped.delivered() -> "delivered";
            case Shipped shipped -> shipped.complete() ? "shipped" : "partly_shipped";
        };
    }
}
