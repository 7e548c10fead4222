package dev.holdfast.devstack.rabbitmq;

import dev.holdfast.devstack.folder.OwnerOnly;
import java.nio.file.Path;
import java.util.Map;

/** Where one RabbitMQ node keeps what, and on which ports it listens. */
record Node(
        Path home,
        int port,
        int managementPort,
        int distributionPort,
        int epmdPort,
        String user,
        String password) {

    private static final String LOOPBACK = "-kernel inet_dist_use_interface {127,0,0,1}";

    /** Half of a small machine is for others; two schedulers carry a desk's load. */
    private static final String SMALL = "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none";

    void writeConfiguration() {
        OwnerOnly.folder(home.resolve("log"));
        OwnerOnly.write(home.resolve("rabbitmq.conf"), configuration());
        OwnerOnly.write(home.resolve("enabled_plugins"), "[rabbitmq_management].\n");
        OwnerOnly.write(home.resolve("rabbitmq-env.conf"), "");
    }

    Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", home.toString()),
                // The server's script becomes the server instead of standing before it.
                Map.entry("RUNNING_UNDER_SYSTEMD", "true"),
                Map.entry("RABBITMQ_NODENAME", "holdfast-%d@localhost".formatted(port)),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", String.valueOf(port)),
                Map.entry("RABBITMQ_DIST_PORT", String.valueOf(distributionPort)),
                Map.entry("RABBITMQ_MNESIA_BASE", home.resolve("mnesia").toString()),
                Map.entry("RABBITMQ_MNESIA_DIR", home.resolve("mnesia/node").toString()),
                Map.entry("RABBITMQ_LOG_BASE", home.resolve("log").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq.conf").toString()),
                Map.entry("RABBITMQ_ADVANCED_CONFIG_FILE", home.resolve("none").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", home.resolve("rabbitmq-env.conf").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        home.resolve("enabled_plugins").toString()),
                Map.entry("RABBITMQ_FEATURE_FLAGS_FILE", home.resolve("feature_flags").toString()),
                Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", LOOPBACK + " " + SMALL),
                Map.entry("RABBITMQ_CTL_ERL_ARGS", LOOPBACK),
                Map.entry("ERL_EPMD_PORT", String.valueOf(epmdPort)),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"));
    }

    private String configuration() {
        return """
        listeners.tcp.default = 127.0.0.1:%d
        management.tcp.ip = 127.0.0.1
        management.tcp.port = %d
        loopback_users = none
        default_user = %s
        default_pass = %s
        default_user_tags.administrator = true
        log.console = true
        log.console.level = info
        log.file = false
        """
                .formatted(port, managementPort, user, password);
    }
}
