package dev.holdfast.orders.stock;

/**
 * How much there is of an item.
 *
 * @param version of the item's last event
 */
record StockLevel(String sku, long onHand, long reserved, long version) {

    StockLevel {
        if (reserved < 0 || reserved > onHand) {
            throw new IllegalArgumentException(
                    "%s cannot have %d reserved of %d on hand.".formatted(sku, reserved, onHand));
        }
    }

    /** Of an item that has just been made. */
    static StockLevel none(String sku) {
        return new StockLevel(sku, 0, 0, 0);
    }

    long available() {
        return onHand - reserved;
    }

    StockLevel holding(long nowReserved) {
        return new StockLevel(sku, onHand, nowReserved, version);
    }

    /** After so much of what is reserved has left. */
    StockLevel shipping(long quantity) {
        return new StockLevel(sku, onHand - quantity, reserved - quantity, version);
    }

    StockLevel counting(long nowOnHand) {
        return new StockLevel(sku, nowOnHand, reserved, version);
    }

    StockLevel next() {
        return new StockLevel(sku, onHand, reserved, version + 1);
    }
}
