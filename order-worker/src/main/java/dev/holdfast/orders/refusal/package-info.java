/** What the order-worker understood and did not carry out, and how it says so. */
package dev.holdfast.orders.refusal;
