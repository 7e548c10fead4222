package dev.holdfast.contracts;

/**
 * A command that every service can carry out, each on what it owns: so its type has no addressee,
 * and each one says itself which service is meant.
 */
public interface Addressed extends Command {

    /** The service's name, for instance {@code order-worker}. */
    String service();
}
