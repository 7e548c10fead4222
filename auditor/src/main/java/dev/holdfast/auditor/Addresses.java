package dev.holdfast.auditor;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where the evidence is.
 *
 * @param jdbcUrl of the database with the services' schemas
 * @param user a role that may read all of them
 * @param bootstrapServers Kafka's
 * @param management RabbitMQ's HTTP API, with who may read it
 * @param payments the payment sandbox's books
 * @param mails the mail server's box
 */
public record Addresses(
        String jdbcUrl,
        String user,
        String bootstrapServers,
        Management management,
        String payments,
        String mails) {

    /** RabbitMQ's HTTP API. */
    public record Management(String url, String user, String password) {}

    /**
     * As {@code ./holdfast status --json} tells.
     *
     * @throws IllegalArgumentException if something is missing
     */
    public static Addresses of(JsonNode status) {
        return new Addresses(
                text(status, "/postgres/jdbcUrl"),
                text(status, "/postgres/user"),
                text(status, "/kafka/bootstrapServers"),
                new Management(
                        text(status, "/rabbitmq/managementUrl"),
                        text(status, "/rabbitmq/user"),
                        text(status, "/rabbitmq/password")),
                text(status, "/payments/url") + "/sandbox/books",
                text(status, "/mail/url"));
    }

    private static String text(JsonNode status, String pointer) {
        JsonNode value = status.at(pointer);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("The status does not say %s.".formatted(pointer));
        }
        return value.textValue();
    }
}
