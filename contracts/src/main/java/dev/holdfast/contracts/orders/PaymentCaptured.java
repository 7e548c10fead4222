package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * The provider has taken the money that was set aside.
 *
 * @param paymentId the provider's id
 * @param amount in minor units
 */
public record PaymentCaptured(UUID orderId, String paymentId, long amount, String currency)
        implements OrderEvent {}
