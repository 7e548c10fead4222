package dev.holdfast.orders.order;

/**
 * Why an order cannot be delivered as asked.
 *
 * @param reason a stable code
 * @param detail a sentence for people
 */
public record Refusal(String reason, String detail) {

    static Refusal unknownSku(String sku) {
        return new Refusal("unknown_sku", "There is no item %s.".formatted(sku));
    }

    static Refusal noPrice(String sku) {
        return new Refusal("no_price", "%s has no price in the order's currency.".formatted(sku));
    }

    static Refusal totalTooLarge() {
        return new Refusal("total_too_large", "The total is more than can be paid at once.");
    }

    static Refusal outOfStock(String sku) {
        return new Refusal("out_of_stock", "There is not enough of %s.".formatted(sku));
    }
}
