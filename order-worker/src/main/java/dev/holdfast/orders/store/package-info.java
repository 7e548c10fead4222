/** Where orders are kept: their events, which are the truth, and beside them what they come to. */
package dev.holdfast.orders.store;
