package dev.holdfast.auditor.evidence;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An order as the order-worker keeps it beside its events.
 *
 * @param total in minor units
 * @param quantities of each sku
 */
public record Order(
        UUID id,
        long version,
        String status,
        String currency,
        long total,
        Map<String, Long> quantities) {

    private static final Set<String> OPEN = Set.of("placed", "reserved", "authorized");
    private static final Set<String> HOLDS_STOCK = Set.of("reserved", "authorized", "confirmed");
    private static final Set<String> HOLDS_MONEY = Set.of("authorized", "confirmed");
    private static final Set<String> HOLDS_NOTHING =
            Set.of("placed", "rejected", "declined", "expired", "canceled");

    /** Whether something must still become of it. */
    public boolean isOpen() {
        return OPEN.contains(status);
    }

    /** Whether all of it is held or nothing: once a parcel has left, it is something in between. */
    public boolean isWhole() {
        return HOLDS_STOCK.contains(status) || HOLDS_NOTHING.contains(status);
    }

    public boolean holdsStock() {
        return HOLDS_STOCK.contains(status);
    }

    public boolean holdsMoney() {
        return HOLDS_MONEY.contains(status);
    }
}
