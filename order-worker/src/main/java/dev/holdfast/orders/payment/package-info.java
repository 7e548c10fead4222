/**
 * What is asked of the payment provider ({@link dev.holdfast.orders.payment.Payments}), whoever it
 * is; {@code stripe} asks it.
 */
package dev.holdfast.orders.payment;
