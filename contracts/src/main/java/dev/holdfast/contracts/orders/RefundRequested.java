package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * Money is to be given back; the provider is being asked.
 *
 * @param refundId the id of the command that led to it
 * @param amount in minor units
 * @param reason in the words of who refunds; may be null
 */
public record RefundRequested(
        UUID orderId, UUID refundId, long amount, String currency, String reason)
        implements OrderEvent {}
