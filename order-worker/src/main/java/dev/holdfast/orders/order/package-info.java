/**
 * The rules of an order, and nothing else: what may happen to it ({@link
 * dev.holdfast.orders.order.Decider#decide}) and what it is after what happened ({@link
 * dev.holdfast.orders.order.Decider#evolve}). Pure: no clock, no database, no framework.
 */
package dev.holdfast.orders.order;
