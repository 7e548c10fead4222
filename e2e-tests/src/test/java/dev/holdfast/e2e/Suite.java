package dev.holdfast.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole suite as a user has it: started, looked at and ended by the same commands, in a folder
 * and on ports of its own beside whatever else runs.
 */
final class Suite {

    /** Short, so that an order whose payment never answers ends within a test. */
    static final String PAYMENT_TIMEOUT = "PT25S";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target/suite").toAbsolutePath();

    private static Suite shared;

    private final OtlpReceiver traces;
    private JsonNode addresses;

    private Suite(OtlpReceiver traces) {
        this.traces = traces;
    }

    /** The suite of this JVM, up and ready; it ends with the JVM. */
    static synchronized Suite shared() throws IOException, InterruptedException {
        if (shared == null) {
            var suite = new Suite(new OtlpReceiver());
            Runtime.getRuntime().addShutdownHook(new Thread(suite::end));
            run("down", "--wipe");
            suite.up();
            suite.addresses = suite.status();
            shared = suite;
        }
        return shared;
    }

    /** Starts whatever does not run. */
    void up() throws IOException, InterruptedException {
        run("up", "--otlp", traces.endpoint());
    }

    /** Where something is, by its place in the status; a restart does not change it. */
    String address(String pointer) {
        return addresses.at(pointer).textValue();
    }

    /** What runs now, as {@code status --json} tells. */
    JsonNode status() throws IOException, InterruptedException {
        return JSON.readTree(run("status", "--json"));
    }

    /** The traces that the services sent. */
    OtlpReceiver traces() {
        return traces;
    }

    /** A token for the API. */
    String token(String role, String subject) throws IOException, InterruptedException {
        return run("token", "--role", role, "--subject", subject).strip();
    }

    /** Ends a process as the machine would: no signal handler runs. */
    void kill(JsonNode process) {
        ProcessHandle.of(process.get("pid").longValue())
                .ifPresent(
                        handle -> {
                            handle.destroyForcibly();
                            handle.onExit().join();
                        });
    }

    private void end() {
        try {
            run("down", "--wipe");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The suite could not be ended.", e);
        } finally {
            traces.close();
        }
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dholdfast.repository=" + ROOT);
        command.add("-Dholdfast.state=" + HOME);
        command.add("-Dholdfast.build=e2e");
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
