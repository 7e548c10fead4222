package dev.holdfast.courier.repair;

/**
 * What one end has of an edge's minute, in sixteen bytes.
 *
 * @param count of the messages
 * @param hash of all their ids, whatever their order: the exclusive or of each one's hash
 */
public record Digest(long count, long hash) {

    /** Of no message. */
    public static final Digest NONE = new Digest(0, 0);
}
