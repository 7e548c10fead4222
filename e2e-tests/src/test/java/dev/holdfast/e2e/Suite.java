package dev.holdfast.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.auditor.Addresses;
import dev.holdfast.auditor.Auditor;
import dev.holdfast.auditor.Verdict;
import dev.holdfast.devstack.stack.Place;
import dev.holdfast.devstack.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole suite as a user has it: started, looked at and ended by the same commands, in a folder
 * and on ports of its own beside whatever else runs.
 */
public final class Suite implements AutoCloseable {

    /** Short, so that an order whose payment never answers ends within a test. */
    public static final String PAYMENT_TIMEOUT = "PT25S";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String BUILD = "e2e";

    private static Suite shared;

    private final Path home;
    private final OtlpReceiver traces;
    private JsonNode addresses;

    private Suite(Path home, OtlpReceiver traces) {
        this.home = home.toAbsolutePath();
        this.traces = traces;
    }

    /** The suite of this JVM, up and ready; it ends with the JVM. */
    public static synchronized Suite shared() throws IOException, InterruptedException {
        if (shared == null) {
            shared = begin(Path.of("target/suite"));
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** A suite of its own for a test that leaves it in no state to go on with; to be closed. */
    public static Suite begin(Path home) throws IOException, InterruptedException {
        var suite = new Suite(home, new OtlpReceiver());
        suite.run("down", "--wipe");
        suite.up();
        suite.addresses = suite.status();
        return suite;
    }

    /** Starts whatever does not run. */
    public void up() throws IOException, InterruptedException {
        run("up", "--otlp", traces.endpoint());
    }

    /** Where something is, by its place in the status; a restart does not change it. */
    public String address(String pointer) {
        return addresses.at(pointer).textValue();
    }

    /** What runs now, as {@code status --json} tells. */
    public JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(run("status", "--json"));
    }

    /** What runs, for who wants to add to it. */
    public Stack stack() {
        return new Stack(new Place(ROOT, home, BUILD), _ -> {});
    }

    /** Decides whether every promise was kept that has had this much time. */
    public Verdict audit(Duration settle) throws IOException, InterruptedException {
        return new Auditor(Addresses.of(status())).audit(settle);
    }

    /** The traces that the services sent. */
    OtlpReceiver traces() {
        return traces;
    }

    /** A token for the API. */
    public String token(String role, String subject) throws IOException, InterruptedException {
        return run("token", "--role", role, "--subject", subject).strip();
    }

    /** Ends a process as the machine would: no signal handler runs. */
    public void kill(JsonNode process) {
        ProcessHandle.of(process.get("pid").longValue())
                .ifPresent(
                        handle -> {
                            handle.destroyForcibly();
                            handle.onExit().join();
                        });
    }

    /** Ends all of it and forgets what it stored. */
    @Override
    public void close() {
        try {
            run("down", "--wipe");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The suite could not be ended.", e);
        } finally {
            traces.close();
        }
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dholdfast.repository=" + ROOT);
        command.add("-Dholdfast.state=" + home);
        command.add("-Dholdfast.build=" + BUILD);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("dev.holdfast.devstack.cli.Holdfast");
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().put("HOLDFAST_ORDERS_PAYMENT_TIMEOUT", PAYMENT_TIMEOUT);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    "holdfast %s ended with %d:%n%s".formatted(arguments[0], exit, output));
        }
        return output;
    }
}
