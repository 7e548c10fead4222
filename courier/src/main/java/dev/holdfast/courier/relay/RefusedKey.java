package dev.holdfast.courier.relay;

import java.time.Instant;

/**
 * A key whose first waiting message the broker refuses.
 *
 * @param attempts how often that was tried again
 * @param refusedAt when it was refused first
 */
record RefusedKey(String key, int attempts, Instant refusedAt) {}
