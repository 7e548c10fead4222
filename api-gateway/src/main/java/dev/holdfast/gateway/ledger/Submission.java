package dev.holdfast.gateway.ledger;

/**
 * A request in the eyes of the ledger.
 *
 * @param caller whose keys these are
 * @param key under which the caller repeats it; null if it never will
 * @param hash what is asked, by which the same is told from another
 */
public record Submission(String caller, String key, byte[] hash) {}
