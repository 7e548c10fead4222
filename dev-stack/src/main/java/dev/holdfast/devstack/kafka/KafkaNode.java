package dev.holdfast.devstack.kafka;

import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The child JVM: formats the storage if it is new, then is a Kafka broker and controller. */
public final class KafkaNode {

    private static final String CLUSTER_ID = "aG9sZGZhc3RkZXZzdGFjaw";

    private KafkaNode() {}

    /**
     * @param arguments the path of the server's properties
     */
    public static void main(String[] arguments) {
        var properties = Path.of(arguments[0]).toString();
        int code = StorageTool.execute(format(properties), System.err);
        if (code != 0) {
            System.exit(code);
        }
        Kafka.main(new String[] {properties});
    }

    private static String[] format(String properties) {
        return new String[] {
            "format", "--config", properties, "--cluster-id", CLUSTER_ID, "--ignore-formatted"
        };
    }
}
