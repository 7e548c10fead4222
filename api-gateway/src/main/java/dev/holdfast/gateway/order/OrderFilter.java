package dev.holdfast.gateway.order;

import dev.holdfast.gateway.listing.Key;
import dev.holdfast.gateway.listing.Listing;
import java.util.List;

/**
 * Which orders a list shows; null wherever it does not matter.
 *
 * @param onlyCustomer whose orders the caller may see
 * @param customer whose orders the caller asks for
 */
record OrderFilter(
        String onlyCustomer, OrderStatus status, String customer, ReferencePattern reference) {

    private static final List<Key<OrderView>> BY_ID = List.of(Key.uuid("id", order -> order.id));
    private static final List<Key<OrderView>> BY_REFERENCE =
            List.of(
                    Key.text("reference", order -> order.reference),
                    Key.uuid("id", order -> order.id));

    /** Newest first; but in the order of their references if asked for a prefix of them. */
    Listing<OrderView> listing() {
        var listing = Listing.of(OrderView.class, "order_view");
        if (onlyCustomer != null) {
            listing.where("customer_id = ?", onlyCustomer);
        }
        if (customer != null) {
            listing.where("customer_id = ?", customer);
        }
        if (status != null) {
            listing.where("status = ?", status.label());
        }
        if (reference != null) {
            listing.where(reference.condition(), reference.values());
        }
        return reference != null && reference.prefix()
                ? listing.ascending(BY_REFERENCE)
                : listing.descending(BY_ID);
    }
}
