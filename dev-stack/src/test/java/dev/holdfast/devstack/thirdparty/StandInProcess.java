package dev.holdfast.devstack.thirdparty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stand-in in a JVM of its own, to be killed. */
public final class StandInProcess implements AutoCloseable {

    public static final int ENDED_BY_SIGTERM = 143;

    private final Process process;
    private final List<Integer> ports;

    public StandInProcess(Class<?> main, Path data) throws IOException {
        process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                "--data",
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String ready = process.inputReader().readLine();
        if (ready == null || !ready.startsWith("ready ")) {
            process.destroyForcibly();
            throw new IOException("It did not start: " + ready);
        }
        ports = Arrays.stream(ready.split(" ")).skip(1).map(Integer::valueOf).toList();
    }

    /** The ports that it said it listens on. */
    public List<Integer> ports() {
        return ports;
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM; answers the exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end.");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
