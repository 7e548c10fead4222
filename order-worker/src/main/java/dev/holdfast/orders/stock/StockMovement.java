package dev.holdfast.orders.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Something that came to or went from what is on hand; its id lets it happen once. */
@Entity
@Table(name = "stock_movement")
public class StockMovement extends PanacheEntityBase {

    @Id public UUID id;

    public String sku;

    public long delta;

    public String reason;

    @Column(name = "recorded_at", insertable = false, updatable = false)
    public Instant recordedAt;

    /** Which of these have happened. */
    static Set<UUID> among(Collection<UUID> ids) {
        return find("select id from StockMovement where id in ?1", ids).project(UUID.class).stream()
                .collect(Collectors.toCollection(HashSet::new));
    }

    static void write(UUID id, String sku, long delta, String reason) {
        var movement = new StockMovement();
        movement.id = id;
        movement.sku = sku;
        movement.delta = delta;
        movement.reason = reason;
        movement.persist();
    }
}
