package dev.holdfast.auditor.evidence;

/**
 * An item as the gateway shows it.
 *
 * @param version of the last event that it was told
 */
public record ItemView(String sku, long onHand, long reserved, long version) {}
