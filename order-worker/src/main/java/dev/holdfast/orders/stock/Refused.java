package dev.holdfast.orders.stock;

import java.util.Optional;

/**
 * Why something cannot be done with an item.
 *
 * @param reason a stable code
 * @param detail a sentence for people
 */
record Refused(String reason, String detail) {

    /** Far more than anybody stores, and far from where a {@code long} ends. */
    static final long LARGEST_STOCK = 1_000_000_000_000L;

    static Refused unknownSku(String sku) {
        return new Refused("unknown_sku", "There is no item %s.".formatted(sku));
    }

    /** Why this item cannot have this much on hand; empty if it can. */
    static Optional<Refused> count(StockLevel level, long onHand) {
        if (onHand < level.reserved()) {
            return Optional.of(
                    new Refused(
                            "below_reserved",
                            "There cannot be less on hand of %s than the %d that are reserved."
                                    .formatted(level.sku(), level.reserved())));
        }
        if (onHand > LARGEST_STOCK) {
            return Optional.of(
                    new Refused(
                            "too_much",
                            "There cannot be more than %d on hand of %s."
                                    .formatted(LARGEST_STOCK, level.sku())));
        }
        return Optional.empty();
    }
}
