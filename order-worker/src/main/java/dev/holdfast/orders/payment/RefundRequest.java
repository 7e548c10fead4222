package dev.holdfast.orders.payment;

import java.util.UUID;

/**
 * What the provider is to give back: the same, whenever it is asked.
 *
 * @param refundId lets it happen once
 * @param paymentId the provider's
 * @param amount in minor units
 */
public record RefundRequest(UUID refundId, String paymentId, long amount) {}
