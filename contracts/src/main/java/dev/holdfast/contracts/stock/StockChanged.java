package dev.holdfast.contracts.stock;

import dev.holdfast.contracts.Event;

/**
 * How much there is of an item now. On hand is always what is reserved and what is available
 * together.
 *
 * @param cause {@code counted}, {@code adjusted}, {@code reserved} or {@code released}
 */
public record StockChanged(String sku, long onHand, long reserved, String cause) implements Event {

    @Override
    public String key() {
        return sku;
    }
}
