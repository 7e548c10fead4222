package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.folder.Ports;
import dev.holdfast.devstack.folder.StateFolder;
import dev.holdfast.devstack.kafka.KafkaServer;
import dev.holdfast.devstack.postgres.Postgres;
import dev.holdfast.devstack.rabbitmq.Installer;
import dev.holdfast.devstack.rabbitmq.RabbitMq;
import dev.holdfast.devstack.token.DevTokens;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the services stand on, and what they are told about it. */
record Servers(
        Postgres postgres,
        KafkaServer kafka,
        RabbitMq rabbitMq,
        Payments payments,
        Mail mail,
        DevTokens tokens) {

    /** The services and the schema that each owns, in the order in which they are shown. */
    static final Map<String, String> SCHEMAS = schemas();

    /**
     * @param say is told before anything is changed on the machine outside the folder
     */
    static Servers in(StateFolder folder, Ports ports, Consumer<String> say) {
        return new Servers(
                new Postgres(folder, ports),
                new KafkaServer(folder, ports),
                new RabbitMq(folder, ports, new Installer(say)),
                new Payments(folder, ports),
                new Mail(folder, ports),
                DevTokens.of(folder.root().resolve("token.key"), Clock.systemUTC()));
    }

    /**
     * The Quarkus properties of a service: its own role and schema, the brokers, and whatever of
     * the rest concerns it.
     *
     * @throws IllegalArgumentException if there is no such service
     */
    Map<String, String> settings(String service) {
        var settings = new HashMap<>(database(service));
        settings.putAll(brokers());
        switch (service) {
            case "api-gateway" -> settings.putAll(verification());
            case "order-worker" -> {
                settings.put("holdfast.payments.url", payments.url());
                settings.put("holdfast.payments.key", payments.key());
            }
            case "notification-worker" -> {
                settings.put("quarkus.mailer.host", "127.0.0.1");
                settings.put("quarkus.mailer.port", String.valueOf(mail.port()));
            }
            default -> {}
        }
        return Map.copyOf(settings);
    }

    private Map<String, String> database(String service) {
        var schema = SCHEMAS.get(service);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "There is no service '%s'; there are %s."
                            .formatted(service, List.copyOf(SCHEMAS.keySet())));
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl() + "?currentSchema=" + schema,
                "quarkus.datasource.username", schema,
                "quarkus.datasource.password", schema);
    }

    private Map<String, String> brokers() {
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "rabbitmq-host", "127.0.0.1",
                "rabbitmq-port", String.valueOf(rabbitMq.port()),
                "rabbitmq-username", rabbitMq.user(),
                "rabbitmq-password", rabbitMq.password());
    }

    private Map<String, String> verification() {
        return Map.of(
                "mp.jwt.verify.publickey",
                tokens.publicKey(),
                "mp.jwt.verify.issuer",
                DevTokens.ISSUER);
    }

    private static Map<String, String> schemas() {
        var schemas = new LinkedHashMap<String, String>();
        schemas.put("api-gateway", "gateway");
        schemas.put("order-worker", "orders");
        schemas.put("notification-worker", "notifications");
        schemas.put("scheduler-service", "scheduler");
        return Collections.unmodifiableMap(schemas);
    }
}
