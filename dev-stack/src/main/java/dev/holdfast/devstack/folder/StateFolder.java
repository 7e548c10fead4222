package dev.holdfast.devstack.folder;

import dev.holdfast.devstack.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final String LOCK = "lock";

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

    /** The file by which whoever changes the stack keeps others waiting. */
    public Path lock() {
        return root.resolve(LOCK);
    }

    /**
     * Deletes everything in the folder but the lock, for which someone may be waiting. No process
     * may be using it.
     */
    public void empty() {
        try (var children = Files.list(root)) {
            for (var child : children.toList()) {
                if (!child.equals(lock())) {
                    Trees.delete(child);
                }
            }
            remembered.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder with everything in it. No process may be using it. */
    public void delete() {
        try {
            Trees.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
