package dev.holdfast.contracts.orders;

import java.util.List;
import java.util.UUID;

/** Every line of the order has its stock. */
public record StockReserved(UUID orderId, List<RequestedLine> lines) implements OrderEvent {}
