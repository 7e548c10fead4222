package dev.holdfast.gateway.item;

import dev.holdfast.contracts.stock.ItemDefined;
import dev.holdfast.contracts.stock.StockChanged;
import java.time.Instant;

/**
 * What a run of events says of one item at last. Each event says all of its part, so of each part
 * the newest counts.
 *
 * @param defined null if these events do not say what the item is
 * @param stock null if these events do not say how much there is
 */
record ItemChange(
        String sku,
        ItemDefined defined,
        long definitionVersion,
        StockChanged stock,
        long stockVersion,
        Instant updatedAt) {

    static ItemChange of(String sku) {
        return new ItemChange(sku, null, 0, null, 0, Instant.EPOCH);
    }

    ItemChange then(ItemDefined told, long version, Instant at) {
        return version <= definitionVersion
                ? this
                : new ItemChange(sku, told, version, stock, stockVersion, later(at));
    }

    ItemChange then(StockChanged told, long version, Instant at) {
        return version <= stockVersion
                ? this
                : new ItemChange(sku, defined, definitionVersion, told, version, later(at));
    }

    private Instant later(Instant at) {
        return at.isAfter(updatedAt) ? at : updatedAt;
    }
}
