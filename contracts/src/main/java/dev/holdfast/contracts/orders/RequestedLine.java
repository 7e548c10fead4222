package dev.holdfast.contracts.orders;

/**
 * What is asked for: so many of an item.
 *
 * @param quantity at least 1
 */
public record RequestedLine(String sku, int quantity) {}
