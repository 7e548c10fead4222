package dev.holdfast.devstack.stack;

import java.nio.file.Path;

/**
 * Where a stack is built and where it lives.
 *
 * @param repository the root of the clone
 * @param state the folder of everything that the stack leaves on disk
 * @param build names the sources that the services were built from
 */
public record Place(Path repository, Path state, String build) {

    /** As the {@code holdfast} script says. */
    public static Place fromSystemProperties() {
        return new Place(
                Path.of(property("holdfast.repository")),
                Path.of(property("holdfast.state")),
                System.getProperty("holdfast.build", ""));
    }

    private static String property(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The property %s is not set; start with ./holdfast.".formatted(name));
        }
        return value;
    }
}
