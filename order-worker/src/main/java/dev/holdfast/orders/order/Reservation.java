package dev.holdfast.orders.order;

/** What the stock answered when it was asked to hold an order's lines: all of them or none. */
public sealed interface Reservation {

    /** Every line is held. */
    record Held() implements Reservation {}

    /** Nothing is held, since there is too little of this. */
    record Short(String sku) implements Reservation {}

    /** The stock was not asked, since the order is refused without. */
    record NotTried() implements Reservation {}
}
