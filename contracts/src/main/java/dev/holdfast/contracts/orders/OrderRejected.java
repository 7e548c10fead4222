package dev.holdfast.contracts.orders;

import java.util.UUID;

/**
 * The order cannot be delivered as asked; nothing is reserved.
 *
 * @param reason a stable code: {@code unknown_sku}, {@code no_price}, {@code total_too_large},
 *     {@code out_of_stock}
 * @param detail a sentence for people
 */
public record OrderRejected(UUID orderId, String reason, String detail) implements OrderEvent {}
