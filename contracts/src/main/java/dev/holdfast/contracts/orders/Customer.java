package dev.holdfast.contracts.orders;

/**
 * Who orders.
 *
 * @param id the caller's own id of the customer
 * @param name how to address the customer
 * @param email where the customer is written to
 */
public record Customer(String id, String name, String email) {}
