package dev.holdfast.gateway.notification;

import dev.holdfast.gateway.listing.Key;
import dev.holdfast.gateway.listing.Listing;
import dev.holdfast.gateway.order.ReferencePattern;
import java.util.List;
import java.util.UUID;

/**
 * Which notifications a list shows; null wherever it does not matter.
 *
 * @param onlyCustomer whose notifications the caller may see
 */
record NotificationFilter(String onlyCustomer, UUID order, ReferencePattern reference) {

    private static final List<Key<NotificationRow>> BY_TIME =
            List.of(Key.instant("sent_at", row -> row.sentAt), Key.uuid("id", row -> row.id));
    private static final List<Key<NotificationRow>> BY_REFERENCE =
            List.of(Key.text("reference", row -> row.reference), Key.uuid("id", row -> row.id));

    /** Newest first; but in the order of the orders' references if those are asked for. */
    Listing<NotificationRow> listing() {
        var listing = Listing.of(NotificationRow.class, "notification_listed");
        if (onlyCustomer != null) {
            listing.where("customer_id = ?", onlyCustomer);
        }
        if (order != null) {
            listing.where("order_id = ?", order);
        }
        if (reference == null) {
            return listing.descending(BY_TIME);
        }
        return listing.where(reference.condition(), reference.values()).ascending(BY_REFERENCE);
    }
}
