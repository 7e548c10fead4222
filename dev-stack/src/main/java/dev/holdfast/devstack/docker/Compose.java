package dev.holdfast.devstack.docker;

import dev.holdfast.devstack.process.Command;
import dev.holdfast.devstack.server.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The servers of {@code compose.yaml} as one project of Docker Compose. */
public final class Compose {

    private final Path file;
    private final String project;
    private final Supplier<Map<String, String>> environment;

    /**
     * @param project the name under which Docker keeps the containers apart from all others
     * @param environment the ports and passwords that the file leaves open
     */
    public Compose(Path file, String project, Supplier<Map<String, String>> environment) {
        this.file = file;
        this.project = project;
        this.environment = environment;
    }

    /** Whether Docker is there and answers. */
    public static boolean isUsable() {
        return Command.exists("docker")
                && Command.of("docker", "info").run().succeeded()
                && Command.of("docker", "compose", "version").run().succeeded();
    }

    /**
     * Starts one server and returns when it is healthy.
     *
     * @throws StartFailure if it does not get there; the message holds what Docker said
     */
    void up(String server) {
        var answer = run("up", "--detach", "--wait", server);
        if (!answer.succeeded()) {
            throw new StartFailure(
                    "Docker cannot start %s: %s".formatted(server, answer.output().strip()));
        }
    }

    void stop(String server, Duration grace) {
        run("stop", "--timeout", String.valueOf(grace.toSeconds()), server);
    }

    void kill(String server) {
        run("kill", server);
    }

    /** Removes the containers and their data. */
    public void wipe() {
        run("down", "--volumes");
    }

    /** The id of the server's running container; empty text if it does not run. */
    String container(String server) {
        return run("ps", "--quiet", "--status", "running", server).output().strip();
    }

    private Command.Answer run(String... words) {
        var command =
                new ArrayList<>(
                        List.of(
                                "docker",
                                "compose",
                                "--file",
                                file.toString(),
                                "--project-name",
                                project));
        command.addAll(List.of(words));
        return new Command(command, environment.get()).run();
    }
}
