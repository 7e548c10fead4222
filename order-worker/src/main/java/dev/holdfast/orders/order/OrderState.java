package dev.holdfast.orders.order;

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

    /** Whether stock is held for it. */
    default boolean holdsStock() {
        return switch (this) {
            case Reserved _, Authorized _, Confirmed _ -> true;
            case NotPlaced _, Placed _, Rejected _, Declined _, Expired _ -> false;
        };
    }

    /** Whether money that is set aside for it has to be given back. */
    default boolean refusesMoney() {
        return switch (this) {
            case Rejected _, Declined _ -> true;
            case Expired expired -> expired.voidedPayment() == null;
            case NotPlaced _, Placed _, Reserved _, Authorized _, Confirmed _ -> false;
        };
    }

    /** Whether it has come to an end that this build of the order-worker leads to. */
    default boolean settled() {
        return switch (this) {
            case Confirmed _, Rejected _, Declined _, Expired _ -> true;
            case NotPlaced _, Placed _, Reserved _, Authorized _ -> false;
        };
    }
}
