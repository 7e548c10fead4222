package dev.holdfast.jobs.lease;

import java.util.UUID;

/** A job that a worker holds, by the database's account. */
public record Held(UUID id, long lease, boolean canceled) {}
