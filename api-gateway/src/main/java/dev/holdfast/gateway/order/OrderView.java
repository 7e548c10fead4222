package dev.holdfast.gateway.order;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An order of the view, to be read. */
@Entity
@Immutable
@Table(name = "order_view")
public class OrderView extends PanacheEntityBase {

    @Id public UUID id;
    public String reference;
    public String status;
    public String reason;
    public String currency;
    public long total;

    @Column(name = "customer_id")
    public String customerId;

    @Column(name = "customer_name")
    public String customerName;

    @Column(name = "customer_email")
    public String customerEmail;

    public long version;

    @Column(name = "accepted_at")
    public Instant acceptedAt;

    @Column(name = "placed_at")
    public Instant placedAt;

    @Column(name = "confirmed_at")
    public Instant confirmedAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /**
     * The order, if it is known and may be seen.
     *
     * @param onlyCustomer whose it has to be; empty if that does not matter
     */
    public static Optional<OrderView> visible(UUID id, Optional<String> onlyCustomer) {
        return onlyCustomer
                .map(own -> OrderView.<OrderView>find("id = ?1 and customerId = ?2", id, own))
                .orElseGet(() -> find("id", id))
                .firstResultOptional();
    }
}
