package dev.holdfast.devstack.rabbitmq;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.Secrets;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Command;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.Signal;
import dev.holdfast.devstack.server.HttpProbe;
import dev.holdfast.devstack.server.ProcessServer;
import dev.holdfast.devstack.server.Startup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A private RabbitMQ node: its own home, name, port mapper and data, on the loopback address only.
 * No other node on the machine hears of it.
 */
public final class RabbitMq extends ProcessServer {

    public static final int USUAL_PORT = 5672;
    public static final int USUAL_MANAGEMENT_PORT = 15672;
    public static final String USER = "holdfast";

    private static final String EPMD = "rabbitmq.epmd";
    private static final String MANAGEMENT = "rabbitmq.management";
    private static final String DISTRIBUTION = "rabbitmq.distribution";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Installer installer;

    public RabbitMq(StateFolder folder, Ports ports, Installer installer) {
        super("rabbitmq", folder, ports);
        this.installer = installer;
    }

    @Override
    public String version() {
        return RabbitMqProgram.installed().map(RabbitMqProgram::version).orElse("not installed");
    }

    /** Whether there is a RabbitMQ, or one can be installed. */
    public boolean canStart() {
        return installer.canProvide();
    }

    @Override
    public int port() {
        return ports.known(name(), USUAL_PORT);
    }

    public int managementPort() {
        return ports.known(MANAGEMENT, USUAL_MANAGEMENT_PORT);
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

    /**
     * Has the running node do something, as {@code rabbitmqctl} does.
     *
     * @return what it printed
     * @throws IllegalStateException if it fails
     */
    public String control(String... arguments) {
        var program = installer.program();
        var words = new ArrayList<>(List.of(program.scripts().resolve("rabbitmqctl").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, node().environment()).output();
    }

    /** Starts the port mapper too: if RabbitMQ did, nobody would know its pid. */
    @Override
    protected Launch launch() {
        folder.processes().end(EPMD, Signal.TERM, GRACE);
        var program = installer.program();
        ports.free(name(), USUAL_PORT);
        ports.free(MANAGEMENT, USUAL_MANAGEMENT_PORT);
        ports.free(DISTRIBUTION, Ports.ANY);
        ports.free(EPMD, Ports.ANY);
        var node = node();
        node.writeConfiguration();
        Startup.run(
                folder,
                EPMD,
                () -> new Launch(List.of(program.epmd().toString()), node.environment()),
                () -> Ports.isTaken(node.epmdPort()));
        return new Launch(List.of(program.server().toString()), node.environment());
    }

    private Node node() {
        return new Node(
                folder.data(name()),
                port(),
                managementPort(),
                ports.known(DISTRIBUTION, Ports.ANY),
                ports.known(EPMD, Ports.ANY),
                USER,
                password());
    }

    @Override
    protected void end(Signal signal, Duration grace) {
        super.end(signal, grace);
        folder.processes().end(EPMD, Signal.TERM, GRACE);
    }

    @Override
    public boolean answers() {
        return Ports.isTaken(port())
                && HttpProbe.isOk(managementUrl() + "/api/overview", user(), password());
    }
}
