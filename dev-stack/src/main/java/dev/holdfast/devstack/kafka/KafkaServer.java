package dev.holdfast.devstack.kafka;

import dev.holdfast.devstack.folder.OwnerOnly;
import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.process.Signal;
import dev.holdfast.devstack.server.Java;
import dev.holdfast.devstack.server.Server;
import dev.holdfast.devstack.server.Startup;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

/** A real Kafka, one node that is broker and controller, in a JVM of its own. */
public final class KafkaServer implements Server {

    public static final int USUAL_PORT = 9092;

    private static final String CONTROLLER = "kafka.controller";
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final StateFolder folder;
    private final Ports ports;
    private final int usualPort;

    public KafkaServer(StateFolder folder, Ports ports, int usualPort) {
        this.folder = folder;
        this.ports = ports;
        this.usualPort = usualPort;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String version() {
        return AppInfoParser.getVersion();
    }

    public int port() {
        return ports.known(name(), usualPort);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
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
        folder.processes().end(name(), Signal.TERM, GRACE);
    }

    @Override
    public void kill() {
        folder.processes().end(name(), Signal.KILL, GRACE);
    }

    private boolean answers() {
        return !Ports.isFree(port()) && BrokerProbe.hasBroker(bootstrapServers());
    }

    private Launch launch() {
        int port = ports.free(name(), usualPort);
        int controllerPort = ports.free(CONTROLLER, Ports.ANY);
        var data = folder.data(name());
        var properties = data.resolve("server.properties");
        OwnerOnly.write(properties, KafkaSettings.text(port, controllerPort, data.resolve("logs")));
        return Java.mainClass(
                KafkaNode.class.getName(), jvmOptions(), List.of(properties.toString()));
    }

    private List<String> jvmOptions() {
        return List.of(
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration=" + resource("logging.properties"));
    }

    private static String resource(String name) {
        return String.valueOf(KafkaServer.class.getResource(name));
    }
}
