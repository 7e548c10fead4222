package dev.holdfast.contracts.operations;

import java.time.Instant;

/**
 * One try to handle a message that failed.
 *
 * @param failure the class of the failure, for instance {@code transient}
 * @param error the exception's name and message, cut to a bounded length
 */
public record FailedTry(Instant at, String failure, String error) {}
