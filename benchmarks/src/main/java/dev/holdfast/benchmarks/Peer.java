package dev.holdfast.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An outbox of others, {@code benchmarks/peers}, in a process and a schema of its own. */
final class Peer implements AutoCloseable {

    private final Child child;

    private Peer(Child child) {
        this.child = child;
    }

    /**
     * @param settings of the service whose schema it has
     * @param options of the peer, as system properties
     */
    static Peer start(
            Path repository, String name, Map<String, String> settings, String... options) {
        Path built = repository.resolve("benchmarks/peers/target");
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("-cp");
        arguments.add(built.resolve("classes") + ":" + classPath(built));
        arguments.add("dev.holdfast.benchmarks.peers.Peers");
        arguments.add(name);
        arguments.add(settings.get("quarkus.datasource.jdbc.url"));
        arguments.add(settings.get("quarkus.datasource.username"));
        arguments.add(settings.get("quarkus.datasource.password"));
        return new Peer(Child.java(arguments));
    }

    /** Has it store messages and handle them; tells how many it handled in a second. */
    double perSecond(int messages) throws InterruptedException {
        return Double.parseDouble(child.ask(String.valueOf(messages), "per second: "));
    }

    @Override
    public void close() {
        child.close();
    }

    private static String classPath(Path built) {
        try {
            return Files.readString(built.resolve("class-path")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The peers are not built.", e);
        }
    }
}
