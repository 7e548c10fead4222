package dev.holdfast.notifications.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.contracts.orders.OrderConfirmed;
import dev.holdfast.contracts.orders.OrderRejected;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.notifications.Given;
import dev.holdfast.notifications.Mailbox;
import dev.holdfast.notifications.Servers;
import dev.holdfast.notifications.notification.Notification;
import dev.holdfast.notifications.notification.NotificationState;
import dev.holdfast.notifications.notification.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From an event to the mail in the box: outbox, RabbitMQ, SMTP and all. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SendMailTest {

    private final UUID order = MessageIds.next();

    @Inject Told told;
    @Inject Mailbox mailbox;
    @Inject DataSource database;

    @AfterEach
    void behave() {
        mailbox.behave();
    }

    @Test
    void a_mail_is_sent_under_a_stable_message_id() throws SQLException {
        told.of(List.of(Given.placed(order), Given.received(new OrderConfirmed(order))));

        Notification sent = told.awaitEnded(order);

        assertEquals(NotificationState.SENT, sent.state);
        assertEquals(List.of("accepted"), told.attempts(sent).toList());
        JsonNode mail = onlyMail();
        assertEquals("<%s@holdfast>".formatted(sent.id), mail.get("messageId").asText());
        assertEquals(order.toString(), mail.get("orderId").asText());
        assertEquals("ada@example.org", mail.get("to").get(0).asText());
        assertEquals("Your order web-1001 is confirmed", mail.get("subject").asText());
        assertTrue(mail.get("text").asText().contains("1 × Cup & saucer  €9.50"));
        assertTrue(mail.get("html").asText().contains("Cup &amp; saucer"));
        assertEquals(List.of("holdfast.notifications.NotificationSent.v1"), published());
    }

    @Test
    void text_of_an_order_cannot_add_headers() {
        told.of(
                List.of(
                        Given.placed(
                                order,
                                "Ada",
                                "ada@example.org",
                                "web\r\nBcc: eve@example.org\r\n\r\nx"),
                        Given.received(new OrderConfirmed(order))));

        told.awaitEnded(order);

        JsonNode mail = onlyMail();
        assertFalse(mail.get("headers").has("Bcc"));
        assertEquals(1, mail.get("to").size());
        assertEquals(
                "Your order web Bcc: eve@example.org x is confirmed", mail.get("subject").asText());
    }

    @Test
    void a_refused_recipient_is_a_fact_and_no_dead_letter() throws SQLException {
        mailbox.misbehave("refuse-550", 1);
        told.of(
                List.of(
                        Given.placed(order),
                        Given.received(new OrderRejected(order, "no_price", "x"))));

        Notification failed = told.awaitEnded(order);

        assertEquals(NotificationState.FAILED, failed.state);
        assertEquals("recipient_refused", failed.failure);
        assertEquals(List.of("refused"), told.attempts(failed).toList());
        assertEquals(List.of("holdfast.notifications.NotificationFailed.v1"), published());
        assertEquals(0, number("SELECT count(*) FROM dead_letter"));
    }

    @Test
    void an_address_that_is_none_is_not_tried() {
        told.of(
                List.of(
                        Given.placed(order, "Ada", "ada@example.org, eve@example.org", "web-1"),
                        Given.received(new OrderConfirmed(order))));

        Notification failed = told.awaitEnded(order);

        assertEquals("invalid_address", failed.failure);
        assertEquals(0, told.attempts(failed).count());
        assertTrue(mailbox.about(order).isEmpty());
    }

    @Test
    void a_deferred_mail_is_sent_later() {
        mailbox.misbehave("refuse-450", 1);
        told.of(List.of(Given.placed(order), Given.received(new OrderConfirmed(order))));

        Notification sent = told.awaitEnded(order);

        assertEquals(NotificationState.SENT, sent.state);
        assertEquals(List.of("deferred", "accepted"), told.attempts(sent).toList());
        onlyMail();
    }

    @Test
    void a_server_that_is_down_is_left_alone_and_all_is_sent_when_it_is_back() {
        mailbox.misbehave("down");
        List<UUID> orders = Stream.generate(MessageIds::next).limit(20).toList();
        orders.forEach(
                each ->
                        told.of(
                                List.of(
                                        Given.placed(each),
                                        Given.received(new OrderConfirmed(each)))));
        var asked = new AtomicLong();
        await().atMost(Duration.ofSeconds(30))
                .during(Duration.ofSeconds(3))
                .until(this::unanswered, count -> count >= 10 && asked.getAndSet(count) == count);
        mailbox.behave();

        for (UUID each : orders) {
            assertEquals(NotificationState.SENT, told.awaitEnded(each).state);
            assertEquals(1, mailbox.about(each).size());
        }
    }

    private JsonNode onlyMail() {
        List<JsonNode> mails = mailbox.about(order);
        assertEquals(1, mails.size());
        assertEquals(1, mails.getFirst().get("received").asInt());
        return mails.getFirst();
    }

    private List<String> published() throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "SELECT array_agg(type) FROM outbox WHERE key = ? AND broker = 2")) {
            select.setString(1, order.toString());
            var row = select.executeQuery();
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }

    private long unanswered() throws SQLException {
        return number("SELECT count(*) FROM delivery WHERE outcome = 'no_answer'");
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var row = statement.executeQuery(sql);
            row.next();
            return row.getLong(1);
        }
    }
}
