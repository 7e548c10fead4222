package dev.holdfast.devstack.stack;

import dev.holdfast.devstack.kafka.KafkaServer;
import dev.holdfast.devstack.postgres.Postgres;
import dev.holdfast.devstack.rabbitmq.RabbitMq;
import dev.holdfast.devstack.token.DevTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a service is told about the servers, as Quarkus properties. */
final class ServiceSettings {

    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "api-gateway", "gateway",
                    "order-worker", "orders",
                    "notification-worker", "notifications",
                    "scheduler-service", "scheduler");

    private ServiceSettings() {}

    /** The services, in the order in which they are shown. */
    static final List<String> SERVICES =
            List.of("api-gateway", "order-worker", "notification-worker", "scheduler-service");

    /** The address and the role of the service's own schema. */
    static Map<String, String> database(String service, Postgres postgres) {
        var schema = schemaOf(service);
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl() + "?currentSchema=" + schema,
                "quarkus.datasource.username", schema,
                "quarkus.datasource.password", schema);
    }

    static Map<String, String> brokers(KafkaServer kafka, RabbitMq rabbitMq) {
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "rabbitmq-host", "127.0.0.1",
                "rabbitmq-port", String.valueOf(rabbitMq.port()),
                "rabbitmq-username", rabbitMq.user(),
                "rabbitmq-password", rabbitMq.password());
    }

    static Map<String, String> payments(Payments payments) {
        return Map.of(
                "holdfast.payments.url", payments.url(), "holdfast.payments.key", payments.key());
    }

    static Map<String, String> mail(Mail mail) {
        return Map.of(
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                String.valueOf(mail.smtpPort()));
    }

    static Map<String, String> tokens(DevTokens tokens) {
        return Map.of(
                "mp.jwt.verify.publickey",
                tokens.publicKey(),
                "mp.jwt.verify.issuer",
                DevTokens.ISSUER);
    }

    @SafeVarargs
    static Map<String, String> together(Map<String, String>... parts) {
        var all = new HashMap<String, String>();
        for (var part : parts) {
            all.putAll(part);
        }
        return Map.copyOf(all);
    }

    private static String schemaOf(String service) {
        var schema = SCHEMAS.get(service);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "There is no service '%s'; there are %s.".formatted(service, SERVICES));
        }
        return schema;
    }
}
