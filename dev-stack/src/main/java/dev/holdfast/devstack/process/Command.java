package dev.holdfast.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A short program that is run to its end for what it prints. */
public record Command(List<String> words, Map<String, String> environment) {

    /**
     * What a command left behind.
     *
     * @param output standard output and standard error, as they came
     */
    public record Answer(int exitCode, String output) {

        public boolean succeeded() {
            return exitCode == 0;
        }
    }

    public static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    /** Whether a program of this name stands on the path. */
    public static boolean exists(String program) {
        return find(program) != null;
    }

    /** The program of this name on the path, or null. */
    public static Path find(String program) {
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            var candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /**
     * Runs the command and waits for its end.
     *
     * @throws UncheckedIOException if the program cannot be started
     */
    public Answer run() {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + words.getFirst(), e);
        }
    }

    /**
     * Runs the command and returns what it printed.
     *
     * @throws IllegalStateException if it fails; the message holds what it printed
     */
    public String output() {
        var answer = run();
        if (!answer.succeeded()) {
            throw new IllegalStateException(
                    "'%s' failed with exit code %d: %s"
                            .formatted(
                                    String.join(" ", words),
                                    answer.exitCode(),
                                    answer.output().strip()));
        }
        return answer.output();
    }
}
