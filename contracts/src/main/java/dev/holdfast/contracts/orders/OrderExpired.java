package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * The payment did not answer in time; the order's stock is free again.
 *
 * @param reason a stable code: {@code payment_timeout}
 */
public record OrderExpired(UUID orderId, String reason) implements OrderEvent {}
