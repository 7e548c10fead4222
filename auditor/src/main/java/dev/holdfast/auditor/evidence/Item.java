package dev.holdfast.auditor.evidence;

/**
 * An item as the order-worker keeps it.
 *
 * @param moved the sum of all movements
 */
public record Item(
        String sku, long onHand, long reserved, long available, long moved, long version) {}
