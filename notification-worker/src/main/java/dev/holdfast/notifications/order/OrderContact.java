package dev.holdfast.notifications.order;

import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.PricedLine;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is kept of an order: whom to tell, and what was ordered. Written once, when it is placed.
 */
@Entity
@Immutable
@Table(name = "order_contact")
public class OrderContact extends PanacheEntityBase {

    @Id
    @Column(name = "order_id")
    public UUID orderId;

    public String reference;

    @Column(name = "customer_id")
    public String customerId;

    @Column(name = "customer_name")
    public String customerName;

    @Column(name = "customer_email")
    public String customerEmail;

    public String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<PricedLine> lines;

    /** In minor units of the currency. */
    public long total;

    /** What to keep of an order that was placed. */
    public static OrderContact of(OrderPlaced placed) {
        var contact = new OrderContact();
        contact.orderId = placed.orderId();
        contact.reference = placed.reference();
        contact.customerId = placed.customer().id();
        contact.customerName = placed.customer().name();
        contact.customerEmail = placed.customer().email();
        contact.currency = placed.currency();
        contact.lines = placed.lines();
        contact.total = placed.total();
        return contact;
    }

    public static List<OrderContact> ofOrders(Collection<UUID> orderIds) {
        return orderIds.isEmpty() ? List.of() : list("orderId in ?1", orderIds);
    }
}
