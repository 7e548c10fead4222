package dev.holdfast.devstack.rabbitmq;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.Secrets;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.Signal;
import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.server.Startup;
import java.time.Duration;
import java.util.List;

/**
 * A private RabbitMQ node: its own home, name, port mapper and data, on the loopback address only.
 * No other node on the machine hears of it.
 */
public final class RabbitMq implements Server {

    public static final int USUAL_PORT = 5672;
    public static final int USUAL_MANAGEMENT_PORT = 15672;
    public static final String USER = "holdfast";

    private static final String EPMD = "rabbitmq.epmd";
    private static final String MANAGEMENT = "rabbitmq.management";
    private static final String DISTRIBUTION = "rabbitmq.distribution";
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final StateFolder folder;
    private final Ports ports;
    private final int usualPort;
    private final int usualManagementPort;
    private final Installer installer;

    public RabbitMq(
            StateFolder folder,
            Ports ports,
            int usualPort,
            int usualManagementPort,
            Installer installer) {
        this.folder = folder;
        this.ports = ports;
        this.usualPort = usualPort;
        this.usualManagementPort = usualManagementPort;
        this.installer = installer;
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public String version() {
        return RabbitMqProgram.installed().map(RabbitMqProgram::version).orElse("not installed");
    }

    public int port() {
        return ports.known(name(), usualPort);
    }

    public int managementPort() {
        return ports.known(MANAGEMENT, usualManagementPort);
    }

    public String managementUrl() {
        return "http://127.0.0.1:" + managementPort();
    }

    public String user() {
        return USER;
    }

    public String password() {
        return new Secrets(folder).of(name());
    }

    @Override
    public void start() {
        Startup.run(folder, name(), this::launch, this::answers);
    }

    @Override
    public boolean ready() {
        return folder.processes().living(name()).isPresent() && answers();
    }

    @Override
    public void stop() {
        end(Signal.TERM);
    }

    @Override
    public void kill() {
        end(Signal.KILL);
    }

    /** Starts the port mapper too: if RabbitMQ did, nobody would know its pid. */
    private Launch launch() {
        folder.processes().end(EPMD, Signal.TERM, GRACE);
        var program = installer.program();
        var node =
                new Node(
                        folder.data(name()),
                        ports.free(name(), usualPort),
                        ports.free(MANAGEMENT, usualManagementPort),
                        ports.free(DISTRIBUTION, Ports.ANY),
                        ports.free(EPMD, Ports.ANY),
                        USER,
                        password());
        node.writeConfiguration();
        Startup.run(
                folder,
                EPMD,
                () -> new Launch(List.of(program.epmd().toString()), node.environment()),
                () -> !Ports.isFree(node.epmdPort()));
        return new Launch(List.of(program.server().toString()), node.environment());
    }

    private void end(Signal signal) {
        folder.processes().end(name(), signal, GRACE);
        folder.processes().end(EPMD, Signal.TERM, GRACE);
    }

    private boolean answers() {
        return !Ports.isFree(port())
                && ManagementProbe.answers(managementUrl(), user(), password());
    }
}
