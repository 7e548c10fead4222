package dev.holdfast.benchmarks.service;

/**
 * How long messages took from their commit to their acknowledgement.
 *
 * @param lost not acknowledged within half a minute
 * @param seconds from the first transaction to the last acknowledgement
 */
record Ways(int acknowledged, int lost, double seconds, double p50Millis, double p99Millis) {}
