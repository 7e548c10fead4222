package dev.holdfast.gateway.projection;

/**
 * An event came before one that precedes it. It has to wait: courier keeps it, and everything of
 * its key behind it, until the missing one is there.
 */
public class MissingVersion extends RuntimeException {

    public MissingVersion(String key, long version, long known) {
        super(
                "Version %d of %s came while version %d is the last one known."
                        .formatted(version, key, known));
    }
}
