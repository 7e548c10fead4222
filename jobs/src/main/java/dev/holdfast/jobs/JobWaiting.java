package dev.holdfast.jobs;

import java.time.Duration;

/** Fired inside the process when a job was left that may start after this delay. */
public record JobWaiting(Duration delay) {}
