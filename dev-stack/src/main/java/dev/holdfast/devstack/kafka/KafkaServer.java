package dev.holdfast.devstack.kafka;

import dev.holdfast.devstack.folder.OwnerOnly;
import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.process.Launch;
import dev.holdfast.devstack.server.Java;
import dev.holdfast.devstack.server.ProcessServer;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

/** A real Kafka, one node that is broker and controller, in a JVM of its own. */
public final class KafkaServer extends ProcessServer {

    public static final int USUAL_PORT = 9092;

    private static final String CONTROLLER = "kafka.controller";

    public KafkaServer(StateFolder folder, Ports ports) {
        super("kafka", folder, ports);
    }

    @Override
    public String version() {
        return AppInfoParser.getVersion();
    }

    @Override
    public int port() {
        return ports.known(name(), USUAL_PORT);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    public boolean answers() {
        return BrokerProbe.hasBroker(port());
    }

    @Override
    protected Launch launch() {
        int port = ports.free(name(), USUAL_PORT);
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
