package dev.holdfast.e2e.crash;

import dev.holdfast.e2e.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A process of a service beside the stack's own: the same schema and brokers, another port. */
public final class Replica implements AutoCloseable {

    private static final Path LOGS = Path.of("target/replicas").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int STARTS = 3;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final String service;
    private final String url;
    private final Path log;
    private final Process process;

    private Replica(String service, String url, Path log, Process process) {
        this.service = service;
        this.url = url;
        this.log = log;
        this.process = process;
    }

    /** Starts one from the jar that the stack runs, and returns when it is ready. */
    public static Replica start(Suite suite, String service, Map<String, String> properties)
            throws IOException {
        return start(suite, service, suite.stack().services().get(service).jar(), properties);
    }

    /** Starts one from another jar, and returns when it is ready. */
    public static Replica start(
            Suite suite, String service, Path jar, Map<String, String> properties)
            throws IOException {
        for (int i = 1; i < STARTS; i++) {
            var replica = once(suite, service, jar, properties);
            if (replica.isAlive() || replica.printed().contains("Failpoint")) {
                return replica;
            }
        }
        return once(suite, service, jar, properties);
    }

    /** On a machine with too much to do, a service may give up on its servers while it starts. */
    private static Replica once(
            Suite suite, String service, Path jar, Map<String, String> properties)
            throws IOException {
        int port = freePort();
        Map<String, String> all = new TreeMap<>(suite.stack().settings(service));
        all.put("quarkus.profile", "dev");
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", String.valueOf(port));
        all.put("holdfast.orders.payment-timeout", Suite.PAYMENT_TIMEOUT);
        all.putAll(properties);
        Files.createDirectories(LOGS);
        Path log = LOGS.resolve("%s-%d.log".formatted(service, COUNT.incrementAndGet()));
        Process process =
                new ProcessBuilder(command(jar, all))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        RUNNING.add(process);
        process.onExit().thenRun(() -> RUNNING.remove(process));
        var replica = new Replica(service, "http://127.0.0.1:" + port, log, process);
        replica.awaitReady();
        return replica;
    }

    private static List<String> command(Path jar, Map<String, String> properties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        properties.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private void awaitReady() {
        Awaitility.await(this + " ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !process.isAlive() || isReady());
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String url() {
        return url;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has printed so far. */
    public String printed() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it has printed a text. */
    public void awaitPrinted(String text, Duration patience) {
        Awaitility.await("'%s' in %s".formatted(text, log))
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> printed().contains(text));
    }

    /** Asks it to end in good order. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it as the machine would. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Waits for its end; its exit code. */
    public int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(this + " does not end.");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(service, log.getFileName());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
