package dev.holdfast.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM beside this one, the same for Holdfast and for its peers: all defaults, half a gigabyte of
 * heap. Ends with this one.
 */
final class Child implements AutoCloseable {

    /** What each of them is run with. */
    static final String HEAP = "-Xmx512m";

    private static final int REMEMBERED = 40;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread ending = Thread.ofPlatform().unstarted(this::end);

    private Child(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    static Child java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.addAll(arguments);
        try {
            return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new IllegalStateException("Java cannot be started.", e);
        }
    }

    /** Writes a line to it, and returns the first that it answers with this beginning. */
    String ask(String line, String beginning) throws InterruptedException {
        try {
            var in =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    process.getOutputStream(), StandardCharsets.UTF_8));
            in.write(line);
            in.newLine();
            in.flush();
        } catch (IOException e) {
            throw new IllegalStateException("The process has ended: " + lastWords(), e);
        }
        while (true) {
            String answer = lines.poll(100, TimeUnit.MILLISECONDS);
            if (answer != null && answer.startsWith(beginning)) {
                return answer.substring(beginning.length());
            }
            if (answer == null) {
                requireAlive();
            }
        }
    }

    /**
     * Does nothing while it runs.
     *
     * @throws IllegalStateException if it has ended; with what it said last
     */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The process has ended: " + lastWords());
        }
    }

    String lastWords() {
        synchronized (last) {
            return String.join("\n", last);
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(ending);
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = out.readLine()) != null) {
                synchronized (last) {
                    last.addLast(line);
                    if (last.size() > REMEMBERED) {
                        last.removeFirst();
                    }
                }
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("It cannot be heard any more: " + e.getMessage());
        }
    }
}
