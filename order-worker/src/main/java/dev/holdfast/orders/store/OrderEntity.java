package dev.holdfast.orders.store;

import dev.holdfast.contracts.orders.PricedLine;
import dev.holdfast.orders.order.Order;
import dev.holdfast.orders.order.OrderState;
import dev.holdfast.orders.order.OrderState.Authorized;
import dev.holdfast.orders.order.OrderState.Canceled;
import dev.holdfast.orders.order.OrderState.Confirmed;
import dev.holdfast.orders.order.OrderState.Declined;
import dev.holdfast.orders.order.OrderState.Expired;
import dev.holdfast.orders.order.OrderState.Known;
import dev.holdfast.orders.order.OrderState.NotPlaced;
import dev.holdfast.orders.order.OrderState.Placed;
import dev.holdfast.orders.order.OrderState.Rejected;
import dev.holdfast.orders.order.OrderState.Reserved;
import dev.holdfast.orders.order.OrderState.Shipped;
import dev.holdfast.orders.order.Payment;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What an order is now, as a row. What guards it is the key of the events, not a lock of its own.
 */
@Entity
@Table(name = "order_state")
public class OrderEntity extends PanacheEntityBase {

    @Id public UUID id;

    public int version;

    public String status;

    public String reason;

    @Column(updatable = false)
    public String reference;

    @Column(updatable = false)
    public String currency;

    @Column(updatable = false)
    public long total;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    public List<PricedLine> lines;

    @Column(name = "payment_method", updatable = false)
    public String paymentMethod;

    @Column(name = "payment_id")
    public String paymentId;

    /** How far its delivery and its money have got; null until something has left. */
    @JdbcTypeCode(SqlTypes.JSON)
    public Delivery delivery;

    /** A row for an order that had none. */
    static OrderEntity of(OrderState state, int version) {
        var entity = new OrderEntity();
        if (state instanceof Known known) {
            Order order = known.order();
            entity.id = order.id();
            entity.reference = order.reference();
            entity.currency = order.currency();
            entity.total = order.total();
            entity.lines = order.lines();
            entity.paymentMethod = order.paymentMethod();
        }
        entity.become(state, version);
        return entity;
    }

    /** Has the row say what the order is now. */
    void become(OrderState state, int newVersion) {
        version = newVersion;
        switch (state) {
            case NotPlaced _ ->
                    throw new IllegalArgumentException("An order that is not placed has no row.");
            case Placed _, Reserved _ -> say(null, null, null);
            case Authorized(Order _, Payment payment) -> say(null, payment.id(), null);
            case Confirmed(Order _, Payment payment) -> say(null, payment.id(), null);
            case Rejected(Order _, String why) -> say(why, null, null);
            case Declined(Order _, String why) -> say(why, null, null);
            case Expired(Order _, String why, String voided) -> say(why, voided, null);
            case Canceled(Order _, String why, String voided) -> say(why, voided, null);
            case Shipped shipped -> say(null, shipped.money().payment().id(), Delivery.of(shipped));
        }
        status = state.status();
    }

    private void say(String newReason, String newPaymentId, Delivery newDelivery) {
        reason = newReason;
        paymentId = newPaymentId;
        delivery = newDelivery;
    }

    /** What the row says, as the rules have it. */
    Loaded loaded() {
        var order = new Order(id, reference, currency, lines, total, paymentMethod);
        OrderState state =
                switch (status) {
                    case "placed" -> new Placed(order);
                    case "reserved" -> new Reserved(order);
                    case "authorized" -> new Authorized(order, payment());
                    case "confirmed" -> new Confirmed(order, payment());
                    case "rejected" -> new Rejected(order, reason);
                    case "declined" -> new Declined(order, reason);
                    case "expired" -> new Expired(order, reason, paymentId);
                    case "canceled" -> new Canceled(order, reason, paymentId);
                    case "partly_shipped", "shipped", "delivered", "partly_refunded", "refunded" ->
                            delivery.state(order, payment());
                    default ->
                            throw new IllegalStateException(
                                    "Order %s has the unknown status '%s'.".formatted(id, status));
                };
        return new Loaded(state, version);
    }

    private Payment payment() {
        return new Payment(paymentId, total, currency);
    }
}
