package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.PaymentAuthorized;

/**
 * What the provider has set aside for an order.
 *
 * @param id the provider's
 * @param amount in minor units
 */
public record Payment(String id, long amount, String currency) {

    static Payment of(PaymentAuthorized event) {
        return new Payment(event.paymentId(), event.amount(), event.currency());
    }
}
