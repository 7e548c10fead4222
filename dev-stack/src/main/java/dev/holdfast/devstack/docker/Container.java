package dev.holdfast.devstack.docker;

import dev.holdfast.devstack.process.Command;
import dev.holdfast.devstack.process.Waiting;
import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.server.StartFailure;
import java.time.Duration;
import java.util.OptionalLong;

/** A server that is a container instead of a process of its own; its clients see no difference. */
public final class Container implements Server {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server;
    private final Compose compose;

    /**
     * @param server the same server as a process; gives name, port and question
     */
    public Container(Server server, Compose compose) {
        this.server = server;
        this.compose = compose;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public String version() {
        return "container";
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public OptionalLong pid() {
        var id = compose.container(name());
        if (id.isEmpty()) {
            return OptionalLong.empty();
        }
        var pid = Command.of("docker", "inspect", "--format", "{{.State.Pid}}", id).output();
        return OptionalLong.of(Long.parseLong(pid.strip()));
    }

    @Override
    public void start() {
        compose.up(name());
        if (!Waiting.until(this::answers, PATIENCE)) {
            throw new StartFailure(
                    "%s runs in Docker but does not answer on port %d.".formatted(name(), port()));
        }
    }

    @Override
    public boolean answers() {
        return server.answers();
    }

    @Override
    public void stop(Duration grace) {
        compose.stop(name(), grace);
    }

    @Override
    public void kill() {
        compose.kill(name());
    }
}
