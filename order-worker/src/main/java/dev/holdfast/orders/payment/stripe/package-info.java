/** Asks for payments over Stripe's PaymentIntents API. */
package dev.holdfast.orders.payment.stripe;
