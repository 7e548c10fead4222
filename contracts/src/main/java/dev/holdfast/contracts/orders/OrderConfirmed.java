package dev.holdfast.contracts.orders;

import java.util.UUID;

/** Stock and payment stand: the order will be delivered. */
public record OrderConfirmed(UUID orderId) implements OrderEvent {}
