package dev.holdfast.auditor.evidence;

/**
 * A payment in the provider's books.
 *
 * @param orderId null if the caller did not say
 * @param amount in minor units
 * @param live whether money is set aside or taken, and not given back
 */
public record Payment(
        String id, String orderId, long amount, String currency, String status, boolean live) {}
