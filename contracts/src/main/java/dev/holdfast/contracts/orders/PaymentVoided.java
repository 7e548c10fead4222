package dev.holdfast.contracts.orders;

import java.util.UUID;

/** What was set aside for the order was given back. */
public record PaymentVoided(UUID orderId, String paymentId) implements OrderEvent {}
