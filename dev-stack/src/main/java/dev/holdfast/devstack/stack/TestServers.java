package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.kafka.KafkaServer;
import dev.holdfast.devstack.postgres.Postgres;
import dev.holdfast.devstack.rabbitmq.RabbitMq;
import dev.holdfast.devstack.token.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Real PostgreSQL, Kafka and RabbitMQ for the tests of one JVM, on ports of their own beside
 * whatever else runs on the machine.
 *
 * <p>They start with the first call of {@link #shared()} and end with the JVM; what a killed JVM
 * left running is ended by the next one.
 */
public final class TestServers {

    /** Tells every class loader's copy of this class where the JVM's servers are. */
    private static final String FOLDER = "holdfast.test.servers";

    private static final System.Logger LOG = System.getLogger(TestServers.class.getName());

    private static TestServers shared;

    private final StateFolder folder;
    private final Servers servers;

    private TestServers(Path root) {
        folder = new StateFolder(root);
        servers =
                Servers.in(
                        folder,
                        Ports.unusual(folder),
                        line -> LOG.log(System.Logger.Level.INFO, line));
    }

    /** The servers of this JVM; all three answer when this returns. */
    public static TestServers shared() {
        // Quarkus loads this class again for some tests; a literal is the same object in each.
        synchronized (FOLDER) {
            if (shared == null) {
                var known = System.getProperty(FOLDER);
                if (known == null) {
                    shared = started(TestFolders.ofUser());
                    System.setProperty(FOLDER, shared.folder.root().toString());
                } else {
                    shared = new TestServers(Path.of(known));
                }
            }
            return shared;
        }
    }

    private static TestServers started(TestFolders folders) {
        folders.endThoseOfKilledJvms();
        var root = folders.own();
        folders.endWithJvm(root);
        var started = new TestServers(root);
        AllAtOnce.run(
                List.of(
                        started.postgres()::start,
                        started.kafka()::start,
                        started.rabbitMq()::start));
        return started;
    }

    /**
     * What the service is told about the servers, as Quarkus properties: its own role and schema,
     * the brokers, and for whom it concerns the payment sandbox, the mail server (both are started
     * by this) and the key that verifies {@link #token}.
     *
     * @param service for instance {@code order-worker}
     * @throws IllegalArgumentException if there is no such service
     */
    public Map<String, String> settings(String service) {
        switch (service) {
            case "order-worker" -> payments();
            case "notification-worker" -> mail();
            default -> {}
        }
        return servers.settings(service);
    }

    public Postgres postgres() {
        return servers.postgres();
    }

    public KafkaServer kafka() {
        return servers.kafka();
    }

    public RabbitMq rabbitMq() {
        return servers.rabbitMq();
    }

    /** The payment sandbox; started if it does not run. */
    public synchronized Payments payments() {
        servers.payments().start();
        return servers.payments();
    }

    /** The mail server; started if it does not run. */
    public synchronized Mail mail() {
        servers.mail().start();
        return servers.mail();
    }

    /**
     * A token for the subject in the role: {@code customer}, {@code merchant}, {@code operator}.
     */
    public String token(String role, String subject) {
        return servers.tokens().issue(Role.named(role), subject);
    }
}
