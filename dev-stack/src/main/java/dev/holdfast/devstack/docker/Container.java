package dev.holdfast.devstack.docker;

import dev.holdfast.devstack.process.Command;
import dev.holdfast.devstack.server.Server;
import java.util.OptionalLong;

/** A server that is a container instead of a process of its own; its clients see no difference. */
public final class Container implements Server {

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
    }

    @Override
    public boolean answers() {
        return server.answers();
    }

    @Override
    public void stop() {
        compose.stop(name());
    }

    @Override
    public void kill() {
        compose.kill(name());
    }
}
