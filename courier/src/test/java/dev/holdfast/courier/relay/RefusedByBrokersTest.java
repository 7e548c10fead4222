package dev.holdfast.courier.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.receiving.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Kafka and RabbitMQ themselves refuse; what becomes of it is told in {@link RefusedTest}. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@DisplayName("A broker that refuses a message")
class RefusedByBrokersTest {

    private static final String INSERT =
            """
            INSERT INTO outbox (broker, exchange, address, message_id, type, source, key, correlation_id, headers, body)
            VALUES (?, ?, ?, ?, 'holdfast.test.Refused.v1', '/test', ?, ?, ?::jsonb, ?)
            """;

    private static final int TOO_LARGE = 2 << 20;
    private static final int LARGER_THAN_A_FRAME = 200_000;

    private static final String KEYS = "^(too-large|no-topic|no-queue|no-exchange|headers|dead)-";

    @Inject DataSource database;

    @AfterEach
    void forget() throws SQLException {
        for (String table : List.of("refused_message", "refused_key", "dead_letter")) {
            column("DELETE FROM " + table + " WHERE key ~ ? RETURNING key", KEYS);
        }
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource({
        "too-large, 2, , holdfast.notifications, RecordTooLarge|1048576",
        "no-topic, 2, , not a topic, Kafka refuses it",
        "no-queue, 1, '', no.such.queue, RabbitMQ has no queue",
        "no-exchange, 1, no-such-exchange, x, no exchange 'no-such-exchange'",
        "headers, 1, '', order-worker.commands.dead, RabbitMQ's client cannot write it",
    })
    @DisplayName("has the key wait, says why, and takes everything else")
    void refused(String name, int broker, String exchange, String address, String reason)
            throws SQLException {
        String key = name + "-" + MessageIds.next();
        String body = name.equals("too-large") ? "\"" + "x".repeat(TOO_LARGE) + "\"" : "{}";
        String headers =
                name.equals("headers")
                        ? "{\"large\": \"" + "x".repeat(LARGER_THAN_A_FRAME) + "\"}"
                        : null;
        write(broker, exchange, address, key, headers, body);
        write(broker, exchange, address, key, null, "{}");

        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                column("SELECT message_id FROM refused_message WHERE key = ?", key)
                                                .size()
                                        == 2);
        String why = column("SELECT reason FROM refused_key WHERE key = ?", key).getFirst();
        assertTrue(List.of(reason.split("\\|")).stream().anyMatch(why::contains), why);

        String feed = broker == 1 ? "commands" : "events";
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                column("SELECT since FROM waiting_feed WHERE feed = ?", feed)
                                                .getFirst()
                                        == null);
    }

    @Test
    @DisplayName("after the last try gets its message set aside as a dead letter")
    void deadLetter() throws SQLException {
        String key = "dead-" + MessageIds.next();
        UUID message = write(2, null, "not a topic", key, null, "{}");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                column("SELECT message_id FROM refused_message WHERE key = ?", key)
                                                .size()
                                        == 1);
        column(
                "UPDATE refused_key SET attempts = 9, retry_at = '-infinity' WHERE key = ? RETURNING key",
                key);

        String letter =
                "SELECT consumer || ' ' || origin || ' ' || reason || ' ' || address FROM dead_letter WHERE message_id::text = ?";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !column(letter, message.toString()).isEmpty());
        assertEquals(
                List.of("relay.events relay refused not a topic"),
                column(letter, message.toString()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> column("SELECT key FROM refused_key WHERE key = ?", key).isEmpty());
    }

    private UUID write(
            int broker, String exchange, String address, String key, String headers, String body)
            throws SQLException {
        UUID id = MessageIds.next();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, broker);
            insert.setString(2, exchange);
            insert.setString(3, address);
            insert.setObject(4, id);
            insert.setString(5, key);
            insert.setObject(6, id);
            insert.setString(7, headers);
            insert.setString(8, body);
            insert.executeUpdate();
        }
        return id;
    }

    private List<String> column(String sql, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                List<String> column = new ArrayList<>();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
                return column;
            }
        }
    }
}
