package dev.holdfast.devstack.payments;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A sandbox in a JVM of its own, to be killed. */
final class SandboxProcess implements AutoCloseable {

    static final int ENDED_BY_SIGTERM = 143;

    private final Process process;
    private final int port;

    SandboxProcess(Path data) throws IOException {
        process =
                new ProcessBuilder(
                                List.of(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        PaymentsSandbox.class.getName(),
                                        "--data",
                                        data.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader();
        String ready = output.readLine();
        if (ready == null || !ready.startsWith("ready ")) {
            throw new IOException("The sandbox did not start: " + ready);
        }
        port = Integer.parseInt(ready.substring("ready ".length()));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM; answers the exit code. */
    int terminate() throws InterruptedException {
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
