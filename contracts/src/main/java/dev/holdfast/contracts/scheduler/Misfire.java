package dev.holdfast.contracts.scheduler;

/**
 * What becomes of times that were missed, because nothing ran that could have fired.
 *
 * @param policy {@code skip}, {@code fire-once} or {@code catch-up}
 * @param atMost how many to catch up on, the newest of them; only with {@code catch-up}
 * @param noOlderThanSeconds how old one to catch up on may be; only with {@code catch-up}
 */
public record Misfire(String policy, Integer atMost, Long noOlderThanSeconds) {}
