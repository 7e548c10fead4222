package dev.holdfast.orders.store;

import java.util.List;

/**
 * Fired inside the process when changes were written; observe it after the transaction's success.
 */
public record Recorded(List<Change> changes) {}
