package dev.holdfast.orders.store;

import dev.holdfast.orders.order.Money;
import dev.holdfast.orders.order.Order;
import dev.holdfast.orders.order.OrderState.Shipped;
import dev.holdfast.orders.order.Parcels;
import dev.holdfast.orders.order.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** How far an order has got after its first parcel, as the row has it. */
@RegisterForReflection(targets = {Delivery.class, Parcels.class, Money.Refund.class})
public record Delivery(
        Parcels parcels, boolean delivered, boolean captured, List<Money.Refund> refunds) {

    static Delivery of(Shipped order) {
        var money = order.money();
        return new Delivery(order.parcels(), order.delivered(), money.taken(), money.refunds());
    }

    Shipped state(Order order, Payment payment) {
        return new Shipped(order, new Money(payment, captured, refunds), parcels, delivered);
    }
}
