package dev.holdfast.contracts;

/**
 * A command as the wire knows it.
 *
 * @param id the CloudEvents type, {@code holdfast.<context>.<Name>.v<N>}
 * @param body the record the JSON body is read into
 * @param to the one service that handles it; null if each command says that itself
 */
public record CommandType<C extends Command>(String id, Class<C> body, Service to) {

    /** A type of which each command says itself which service is meant. */
    static <C extends Addressed> CommandType<C> addressed(String id, Class<C> body) {
        return new CommandType<>(id, body, null);
    }

    /** The name without context and version, for instance {@code PlaceOrder}. */
    public String name() {
        return TypeIds.name(id);
    }

    /** Whether commands of this type are sent to this service. */
    public boolean goesTo(Service service) {
        return to == null || to == service;
    }

    /**
     * Which service handles this command.
     *
     * @throws IllegalArgumentException if the command names one that there is not
     */
    public Service addressee(Command command) {
        return command instanceof Addressed addressed ? Service.named(addressed.service()) : to;
    }
}
