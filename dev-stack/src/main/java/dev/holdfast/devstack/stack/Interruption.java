package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Signal;
import dev.holdfast.devstack.server.Server;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** While it is open, the end of this JVM is the end of everything the JVM has started. */
final class Interruption implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final StateFolder folder;
    private final Supplier<List<Server>> servers;
    private final Consumer<String> say;
    private final Thread hook = Thread.ofPlatform().unstarted(this::endWhatWasStarted);
    private volatile boolean happened;
    private boolean over;

    Interruption(StateFolder folder, Supplier<List<Server>> servers, Consumer<String> say) {
        this.say = say;
        this.folder = folder;
        this.servers = servers;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public synchronized void close() {
        over = true;
    }

    /** Runs the task; if it fails only because all is being ended, does not return. */
    void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            while (happened) {
                LockSupport.park();
            }
            throw e;
        }
    }

    private synchronized void endWhatWasStarted() {
        if (over) {
            return;
        }
        happened = true;
        say.accept("Interrupted; ending what was started.");
        var processes = folder.processes();
        var startedHere = processes.close();
        AllAtOnce.run(
                servers.get().stream()
                        .filter(server -> startedHere.contains(server.name()))
                        .<Runnable>map(server -> () -> server.stop(GRACE))
                        .toList());
        startedHere.forEach(name -> processes.end(name, Signal.TERM, GRACE));
        ProcessHandle.current()
                .children()
                .filter(child -> !isInstalling(child))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** To cut off a package's installation would leave the machine's packages broken. */
    private static boolean isInstalling(ProcessHandle child) {
        return child.info().command().filter(path -> path.contains("apt-get")).isPresent();
    }
}
