/**
 * The way of an order: each command is decided by the rules, and what happened leads to the next
 * command. Every step is a transaction of its own; a kill between two of them delays, and no more.
 */
package dev.holdfast.orders.saga;
