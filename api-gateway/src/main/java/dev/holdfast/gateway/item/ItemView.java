package dev.holdfast.gateway.item;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An item of the view, to be read. */
@Entity
@Immutable
@Table(name = "item_view")
public class ItemView extends PanacheEntityBase {

    @Id public String sku;
    public String name;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Long> prices;

    @Column(name = "on_hand")
    public long onHand;

    public long reserved;

    @Column(name = "definition_version")
    public long definitionVersion;

    @Column(name = "stock_version")
    public long stockVersion;

    @Column(name = "updated_at")
    public Instant updatedAt;

    /** The item, if it is in the catalogue. */
    static Optional<ItemView> defined(String sku) {
        return find("sku = ?1 and definitionVersion > 0", sku).firstResultOptional();
    }
}
