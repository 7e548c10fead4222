package dev.holdfast.courier.redrive;

/** How far a redrive has come. */
record Counts(long redriven, long resolved, long skipped) {}
