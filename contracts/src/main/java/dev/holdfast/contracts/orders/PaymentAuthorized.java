package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * The provider has set the order's total aside.
 *
 * @param paymentId the provider's id
 * @param amount in minor units
 */
public record PaymentAuthorized(UUID orderId, String paymentId, long amount, String currency)
        implements OrderEvent {}
