package dev.holdfast.contracts.orders;

/**
 * What is ordered, at the price of the moment.
 *
 * @param name the item's name; null if the catalogue does not have the item
 * @param unitPrice in minor units of the order's currency; null if the catalogue has no such price
 */
public record PricedLine(String sku, String name, int quantity, Long unitPrice) {}
