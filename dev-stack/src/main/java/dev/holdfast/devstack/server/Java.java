package dev.holdfast.devstack.server;

import dev.holdfast.devstack.process.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Child JVMs of the same Java as this one. */
public final class Java {

    /** For processes that live long and are small: least memory, quickest start. */
    public static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private Java() {}

    public static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** A main class on this JVM's own class path. */
    public static Launch mainClass(String name, List<String> options, List<String> arguments) {
        var classPath = List.of("-cp", System.getProperty("java.class.path"), name);
        return launch(Stream.of(SMALL, options, classPath, arguments));
    }

    /** An executable jar. */
    public static Launch jar(Path jar, List<String> options) {
        return launch(Stream.of(SMALL, options, List.of("-jar", jar.toString())));
    }

    private static Launch launch(Stream<List<String>> parts) {
        var command = new ArrayList<>(List.of(executable().toString()));
        parts.forEach(command::addAll);
        return Launch.of(command);
    }
}
