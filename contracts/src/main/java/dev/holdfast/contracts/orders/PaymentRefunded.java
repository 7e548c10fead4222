package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * The provider has given money back.
 *
 * @param refundId of the {@link RefundRequested}
 * @param amount in minor units
 * @param inFull whether nothing is left of what was captured
 */
public record PaymentRefunded(
        UUID orderId, UUID refundId, long amount, String currency, boolean inFull)
        implements OrderEvent {}
