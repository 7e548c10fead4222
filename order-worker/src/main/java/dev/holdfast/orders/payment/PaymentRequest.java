package dev.holdfast.orders.payment;

import dev.holdfast.orders.order.Order;
import java.util.UUID;

/**
 * What is asked of the provider for an order: the same, whenever it is asked.
 *
 * @param amount in minor units
 * @param currency ISO 4217
 * @param method of the provider, for instance {@code pm_card_visa}
 */
public record PaymentRequest(UUID orderId, long amount, String currency, String method) {

    public static PaymentRequest of(Order order) {
        return new PaymentRequest(
                order.id(), order.total(), order.currency(), order.paymentMethod());
    }
}
