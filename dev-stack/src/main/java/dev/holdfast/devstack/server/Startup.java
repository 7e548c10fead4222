package dev.holdfast.devstack.server;

import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until a process that was started answers, or says why it never will. */
public final class Startup {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LAST_LINES = 8;

    private Startup() {}

    /**
     * Starts the process, unless it lives, and waits until it answers.
     *
     * @throws StartFailure if it ends, or does not answer in two minutes; the message holds the end
     *     of its log
     */
    public static void run(
            StateFolder folder, String name, Supplier<Launch> launch, BooleanSupplier ready) {
        var processes = folder.processes();
        var process = processes.living(name).orElseGet(() -> processes.start(name, launch.get()));
        boolean settled = Waiting.until(() -> !process.isAlive() || ready.getAsBoolean(), PATIENCE);
        if (!process.isAlive()) {
            throw new StartFailure(
                    "%s ended while starting. The end of %s:%n%s"
                            .formatted(name, folder.log(name), tail(folder.log(name))));
        }
        if (!settled) {
            throw new StartFailure(
                    "%s did not answer within %d seconds. The end of %s:%n%s"
                            .formatted(
                                    name,
                                    PATIENCE.toSeconds(),
                                    folder.log(name),
                                    tail(folder.log(name))));
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(cannot be read: " + e.getMessage() + ")";
        }
    }
}
