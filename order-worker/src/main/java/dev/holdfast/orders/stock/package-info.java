/**
 * What is sold, at which prices, and how much of it there is. On hand is always what is available
 * and what is reserved together.
 */
package dev.holdfast.orders.stock;
