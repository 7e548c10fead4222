package dev.holdfast.gateway.order;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A line of an order of the view, to be read. */
@Entity
@Immutable
@Table(name = "order_line")
@IdClass(OrderLine.Key.class)
public class OrderLine extends PanacheEntityBase {

    @Id
    @Column(name = "order_id")
    public UUID orderId;

    @Id public short line;
    public String sku;
    public String name;
    public int quantity;

    @Column(name = "unit_price")
    public Long unitPrice;

    /** All lines of these orders, each order's in its order. */
    static List<OrderLine> of(Collection<UUID> orders) {
        return list("orderId in ?1 order by orderId, line", orders);
    }

    /** The line's place. */
    public record Key(UUID orderId, short line) {}
}
