package dev.holdfast.courier.deadletter;

/**
 * What became of dead letters that were to be sent again.
 *
 * @param redriven sent again
 * @param resolved handled meanwhile, so that nothing had to be sent
 * @param skipped cannot be sent; still dead
 */
public record Tally(int redriven, int resolved, int skipped) {}
