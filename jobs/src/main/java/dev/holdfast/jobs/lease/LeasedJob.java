package dev.holdfast.jobs.lease;

import java.util.UUID;

/**
 * A job that this worker holds.
 *
 * @param lease the fence: it holds as long as the row has this very number
 * @param canceled whether it was canceled before it was claimed
 * @param input JSON
 * @param checkpoint JSON; null if no earlier attempt wrote one
 * @param traceparent of the span that enqueued it; null if nothing was traced
 */
public record LeasedJob(
        UUID id,
        String kind,
        long lease,
        int attempt,
        int maxAttempts,
        boolean canceled,
        String input,
        String checkpoint,
        String traceparent) {}
