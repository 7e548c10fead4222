package dev.holdfast.contracts;

/**
 * An event as the wire knows it.
 *
 * @param id the CloudEvents type, {@code holdfast.<context>.<Name>.v<N>}
 * @param body the record the JSON body is read into
 * @param topic where it is published
 */
public record EventType<E extends Event>(String id, Class<E> body, String topic) {

    /** The name without context and version, for instance {@code OrderPlaced}. */
    public String name() {
        return TypeIds.name(id);
    }

    /** The version of its schema: the {@code N} of {@code v<N>}. */
    public int version() {
        return TypeIds.version(id);
    }
}
