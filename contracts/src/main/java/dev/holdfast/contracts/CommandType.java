package dev.holdfast.contracts;

/**
 * A command as the wire knows it.
 *
 * @param id the CloudEvents type, {@code holdfast.<context>.<Name>.v<N>}
 * @param body the record the JSON body is read into
 * @param to the one service that handles it
 */
public record CommandType<C extends Command>(String id, Class<C> body, Service to) {

    /** The name without context and version, for instance {@code PlaceOrder}. */
    public String name() {
        return TypeIds.name(id);
    }
}
