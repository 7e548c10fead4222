package dev.holdfast.jobs.lease;

import java.util.UUID;

/**
 * A job that this worker holds.
 *
 * @param lease the fence: it holds as long as the row has this very number
 * @param canceled whether it was canceled before it was claimed
 * @param takenOver whether another worker held it, and was dead or over its time
 * @param input JSON
 * @param checkpoint JSON; null if no earlier attempt wrote one
 * @param traceparent of the span that enqueued it; null if nothing was traced
 * @param schedule the schedule that is told when it has ended; null if none started it
 */
public record LeasedJob(
        UUID id,
        String kind,
        long lease,
        int attempt,
        int maxAttempts,
        boolean canceled,
        boolean takenOver,
        String input,
        String checkpoint,
        String traceparent,
        String schedule) {}
