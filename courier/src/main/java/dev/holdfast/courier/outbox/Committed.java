package dev.holdfast.courier.outbox;

/** Fired inside the process when a transaction that wrote messages has committed. */
public record Committed() {}
