package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * The order will not be delivered; nothing of it had left, and its stock is free again.
 *
 * @param reason in the words of who canceled; may be null
 */
public record OrderCanceled(UUID orderId, String reason) implements OrderEvent {}
