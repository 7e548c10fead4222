package dev.holdfast.contracts.orders;

import java.util.UUID;

/** Everything that was shipped has arrived. */
public record OrderDelivered(UUID orderId) implements OrderEvent {}
