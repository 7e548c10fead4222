package dev.holdfast.devstack.folder;

import dev.holdfast.devstack.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one folder that holds everything a stack leaves on disk.
 *
 * <pre>
 * run/       pid files
 * logs/      what each process printed
 * data/      one folder per server
 * *.properties   ports and secrets that were chosen once
 * </pre>
 */
public final class StateFolder {

    private final Path root;
    private final Processes processes;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    public StateFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.processes = new Processes(this.root.resolve("run"), this.root.resolve("logs"));
    }

    public Path root() {
        return root;
    }

    public Processes processes() {
        return processes;
    }

    /** Where a server keeps its data; made if absent, for this user only. */
    public Path data(String server) {
        return OwnerOnly.folder(root.resolve("data").resolve(server));
    }

    public Path log(String name) {
        return processes.log(name);
    }

    public Remembered remembered(String subject) {
        return remembered.computeIfAbsent(
                subject, name -> new Remembered(root.resolve(name + ".properties")));
    }

    /** Deletes everything in the folder, and the folder. No process may be using it. */
    public void wipe() {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
