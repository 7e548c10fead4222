package dev.holdfast.devstack.stack;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a stack is built and where it lives.
 *
 * @param repository the root of the clone
 * @param state the folder of everything that the stack leaves on disk
 * @param builds each service and the name of what it was last built from, as {@code a=1 b=2}
 */
public record Place(Path repository, Path state, String builds) {

    /** As the {@code holdfast} script says. */
    public static Place fromSystemProperties() {
        return new Place(
                Path.of(property("holdfast.repository")),
                Path.of(property("holdfast.state")),
                System.getProperty("holdfast.build", ""));
    }

    /** The name of what the service was last built from; two builds of the same share it. */
    String build(String service) {
        return Stream.of(builds.split(" "))
                .filter(pair -> pair.startsWith(service + "="))
                .map(pair -> pair.substring(service.length() + 1))
                .findFirst()
                .orElse(builds);
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
