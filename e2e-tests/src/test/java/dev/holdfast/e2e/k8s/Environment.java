package dev.holdfast.e2e.k8s;

import java.util.List;
import java.util.stream.Stream;

/** The variables without which a service does not start, or does not do its work. */
final class Environment {

    private static final List<String> EVERY =
            List.of(
                    "QUARKUS_HTTP_HOST",
                    "QUARKUS_DATASOURCE_JDBC_URL",
                    "QUARKUS_DATASOURCE_USERNAME",
                    "QUARKUS_DATASOURCE_PASSWORD",
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "KAFKA_SECURITY_PROTOCOL",
                    "KAFKA_SASL_MECHANISM",
                    "KAFKA_SASL_JAAS_CONFIG",
                    "RABBITMQ_HOST",
                    "RABBITMQ_PORT",
                    "RABBITMQ_USERNAME",
                    "RABBITMQ_PASSWORD");

    private Environment() {}

    static List<String> of(String service) {
        return Stream.concat(EVERY.stream(), own(service).stream()).toList();
    }

    private static List<String> own(String service) {
        return switch (service) {
            case "api-gateway" -> List.of("MP_JWT_VERIFY_PUBLICKEY", "MP_JWT_VERIFY_ISSUER");
            case "order-worker" -> List.of("HOLDFAST_PAYMENTS_URL", "HOLDFAST_PAYMENTS_KEY");
            case "notification-worker" -> List.of("QUARKUS_MAILER_HOST", "QUARKUS_MAILER_PORT");
            default -> List.of();
        };
    }
}
