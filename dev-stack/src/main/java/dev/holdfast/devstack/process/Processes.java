package dev.holdfast.devstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The background processes of one folder, each under a name.
 *
 * <p>A process writes its own pid file before it becomes what it is, so none is ever unknown to the
 * folder, whenever its starter is killed. It runs in a session of its own: it outlives the starter
 * and hears nothing of a Ctrl-C in the starter's terminal.
 */
public final class Processes {

    private static final String WRITE_PID_AND_BECOME =
            Births.OWN_BIRTH_IN_SHELL
                    + """
                    echo "$$ $(birth)" >"$0.new" && mv -f "$0.new" "$0" && exec "$@"
                    """;

    private final Path pids;
    private final Path logs;
    private final Set<String> startedHere = new LinkedHashSet<>();
    private boolean closed;

    /**
     * @param pids folder of the pid files
     * @param logs folder of the files that take what the processes print
     */
    public Processes(Path pids, Path logs) {
        this.pids = pids;
        this.logs = logs;
    }

    /**
     * Starts a process under a name that no living process has.
     *
     * @throws IllegalStateException if it ends at once, or if this was closed
     */
    public synchronized ProcessId start(String name, Launch launch) {
        if (closed) {
            throw new IllegalStateException("Nothing is started any more.");
        }
        startedHere.add(name);
        try {
            Files.createDirectories(pids);
            Files.createDirectories(logs);
            Files.deleteIfExists(pidFile(name));
            var builder =
                    new ProcessBuilder(detached(name, launch.command()))
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
            builder.environment().putAll(launch.environment());
            var pid = builder.start().pid();
            return ProcessId.living(pid)
                    .orElseThrow(() -> new IllegalStateException(endedAtOnce(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The living process of this name. */
    public Optional<ProcessId> living(String name) {
        try {
            return ProcessId.parse(Files.readString(pidFile(name))).filter(ProcessId::isAlive);
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all that were started here and not ended. */
    public List<String> names() {
        if (!Files.isDirectory(pids)) {
            return List.of();
        }
        try (var files = Files.list(pids)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".pid"))
                    .map(file -> file.substring(0, file.length() - ".pid".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ends the process of this name and all its descendants: asks with the signal, and kills what
     * still lives after the grace. Does nothing if it does not run.
     */
    public void end(String name, Signal signal, Duration grace) {
        living(name).ifPresent(process -> end(process, signal, grace));
        try {
            Files.deleteIfExists(pidFile(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts nothing from now on; tells the names of all that were started by this object. */
    public synchronized Set<String> close() {
        closed = true;
        return Set.copyOf(startedHere);
    }

    /** The file that takes what the process prints. */
    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    private static void end(ProcessId process, Signal signal, Duration grace) {
        var all = new ArrayList<>(List.of(process));
        ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(child -> ProcessId.living(child.pid()).stream())
                .forEach(all::add);
        signal.sendTo(process);
        if (!Waiting.until(() -> !process.isAlive(), grace)) {
            Signal.KILL.sendTo(process);
        }
        all.stream().filter(ProcessId::isAlive).forEach(Signal.KILL::sendTo);
        Waiting.until(() -> all.stream().noneMatch(ProcessId::isAlive), Duration.ofSeconds(10));
    }

    private List<String> detached(String name, List<String> command) {
        var words = new ArrayList<String>();
        if (Command.exists("setsid")) {
            words.add("setsid");
        } else {
            words.addAll(
                    List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV"));
        }
        words.addAll(List.of("/bin/sh", "-c", WRITE_PID_AND_BECOME, pidFile(name).toString()));
        words.addAll(command);
        return words;
    }

    private Path pidFile(String name) {
        return pids.resolve(name + ".pid");
    }

    private String endedAtOnce(String name) {
        return "%s ended as soon as it was started; %s says why.".formatted(name, log(name));
    }
}
