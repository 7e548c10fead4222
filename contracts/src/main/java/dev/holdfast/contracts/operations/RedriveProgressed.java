package dev.holdfast.contracts.operations;

import java.util.UUID;

/**
 * A redrive came further. Not every step is told.
 *
 * @param redriven how many were sent again so far
 * @param resolved how many had been handled meanwhile, so that nothing had to be sent
 * @param skipped how many cannot be sent and stay dead
 */
public record RedriveProgressed(
        UUID redriveId, String service, long redriven, long resolved, long skipped)
        implements RedriveChange {}
