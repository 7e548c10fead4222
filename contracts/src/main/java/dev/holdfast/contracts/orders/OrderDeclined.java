package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * The provider refused the payment; the order's stock is free again.
 *
 * @param reason the provider's stable code, for instance {@code generic_decline} or {@code
 *     insufficient_funds}
 */
public record OrderDeclined(UUID orderId, String reason, String detail) implements OrderEvent {}
