package dev.holdfast.auditor;

import static dev.holdfast.auditor.Story.BEGIN;
import static dev.holdfast.auditor.Story.NOTIFICATION;
import static dev.holdfast.auditor.Story.ORDER;
import static dev.holdfast.auditor.Story.SETTLED;
import static dev.holdfast.auditor.Story.SKU;
import static dev.holdfast.auditor.Story.id;
import static dev.holdfast.auditor.check.Finding.Kind.DISORDERED;
import static dev.holdfast.auditor.check.Finding.Kind.DOUBLED;
import static dev.holdfast.auditor.check.Finding.Kind.LOST;
import static dev.holdfast.auditor.check.Finding.Kind.STUCK;
import static dev.holdfast.auditor.check.Finding.Kind.UNBALANCED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.auditor.check.Finding;
import dev.holdfast.auditor.evidence.Acceptance;
import dev.holdfast.auditor.evidence.DeadLetter;
import dev.holdfast.auditor.evidence.Item;
import dev.holdfast.auditor.evidence.Mail;
import dev.holdfast.auditor.evidence.Message;
import dev.holdfast.auditor.evidence.Notification;
import dev.holdfast.auditor.evidence.Order;
import dev.holdfast.auditor.evidence.OrderView;
import dev.holdfast.auditor.evidence.ParkedKey;
import dev.holdfast.auditor.evidence.Payment;
import dev.holdfast.auditor.evidence.Queue;
import dev.holdfast.auditor.evidence.Service;
import dev.holdfast.auditor.evidence.Taking;
import dev.holdfast.auditor.evidence.Timer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The auditor")
class AuditorTest {

    private final Story story = Story.told();

    @Test
    @DisplayName("has nothing to say of an order that went well")
    void nothing() {
        assertEquals(List.of(), story.verdict().findings());
        assertTrue(story.verdict().text().contains("Every promise was kept."));
    }

    private void finds(Finding.Kind kind, String... words) {
        List<Finding> findings = story.verdict().findings();
        assertEquals(1, findings.size(), findings::toString);
        Finding finding = findings.getFirst();
        assertEquals(kind, finding.kind(), finding::toString);
        String line = finding.subject() + ": " + finding.detail();
        for (String word : words) {
            assertTrue(line.contains(word), line);
        }
    }

    @Nested
    @DisplayName("finds lost")
    class Lost {

        @Test
        @DisplayName("a command without an outcome")
        void unanswered() {
            var adjust = "holdfast.stock.AdjustStock.v1";
            story.acceptances.add(new Acceptance(id(30), adjust, SKU, BEGIN, null));
            finds(LOST, id(30).toString(), "AdjustStock for TEA-01");
        }

        @Test
        @DisplayName("an order that stays open without a timer")
        void open() {
            story.orders.set(0, new Order(ORDER, 2, "reserved", "EUR", 2580, Map.of(SKU, 2L)));
            story.orderViews.set(0, new OrderView(ORDER, 2, "reserved"));
            finds(LOST, ORDER.toString(), "still 'reserved'");

            var due = SETTLED.plusSeconds(1);
            story.timers.set(0, new Timer("payment:" + ORDER, "pending", due, null, null));
            assertTrue(story.verdict().clean());
        }

        @Test
        @DisplayName("a message that its receiver never took in")
        void notTaken() {
            story.lose(id(4));
            finds(LOST, id(4).toString(), "AuthorizePayment", "never taken in by order-worker");
        }

        @Test
        @DisplayName("an event that one of its readers never took in")
        void notRead() {
            story.takings.remove(new Taking(Service.NOTIFICATION_WORKER, "events", id(7)));
            finds(LOST, id(7).toString(), "OrderConfirmed", "by notification-worker");
        }

        @Test
        @DisplayName("a message that was taken in and that no sender has")
        void notSent() {
            story.takings.add(new Taking(Service.ORDER_WORKER, "commands", id(31)));
            finds(LOST, id(31).toString(), "no sender has it");
        }

        @Test
        @DisplayName("a timer that did not fire")
        void timer() {
            story.timers.add(new Timer("t", "pending", BEGIN, null, null));
            finds(LOST, "timer t", "due at 2026-11-23T12:00:00Z");
        }

        @Test
        @DisplayName("a mail that was never sent, or that the mail server does not have")
        void mail() {
            story.mails.clear();
            finds(LOST, NOTIFICATION.toString(), "the mail server does not have it");
            story.notifications.set(
                    0, new Notification(NOTIFICATION, ORDER, "order-confirmed", "pending", BEGIN));
            finds(LOST, NOTIFICATION.toString(), "never sent");
        }

        @Test
        @DisplayName("a change that the API does not show")
        void view() {
            story.orderViews.set(0, new OrderView(ORDER, 3, "authorized"));
            finds(LOST, ORDER.toString(), "'confirmed' at version 4", "'authorized' at version 3");
        }
    }

    @Nested
    @DisplayName("does not count as lost")
    class NotLost {

        @Test
        @DisplayName("what is too young to be judged")
        void young() {
            var place = "holdfast.orders.PlaceOrder.v1";
            var now = SETTLED.plusSeconds(1);
            story.acceptances.add(new Acceptance(id(30), place, id(30).toString(), now, null));
            assertTrue(story.verdict().clean());
        }

        @Test
        @DisplayName("what waits in a retry tier")
        void waiting() {
            story.lose(id(4));
            story.messages.add(copy(id(4), "order-worker.commands.retry.2m"));
            assertTrue(story.verdict().clean());
        }

        @Test
        @DisplayName("what was set aside, but as stuck")
        void setAside() {
            story.lose(id(4));
            story.deadLetters.add(letter(id(4), "discarded"));
            assertTrue(story.verdict().clean());
            story.deadLetters.set(0, letter(id(4), "dead"));
            finds(STUCK, "AuthorizePayment", "permanent");
        }
    }

    @Nested
    @DisplayName("finds doubled")
    class Doubled {

        @Test
        @DisplayName("a message that was handled twice: what follows from it is there twice")
        void handled() {
            story.command(
                    Service.ORDER_WORKER,
                    "scheduler-service",
                    "scheduler.CancelTimer",
                    id(30),
                    id(4));
            finds(DOUBLED, id(4).toString(), "order-worker handled it 2 times", "CancelTimer");
        }

        @Test
        @DisplayName("an order that ended twice")
        void ended() {
            story.event(id(30), "orders.OrderExpired", 5, id(29));
            story.orders.set(0, new Order(ORDER, 5, "confirmed", "EUR", 2580, Map.of(SKU, 2L)));
            story.orderViews.set(0, new OrderView(ORDER, 5, "confirmed"));
            finds(DOUBLED, ORDER.toString(), "OrderConfirmed, OrderExpired");
        }

        @Test
        @DisplayName("a second payment, even if it was given back")
        void charged() {
            story.payments.add(
                    new Payment("pi_2", ORDER.toString(), 2580, "eur", "canceled", false));
            finds(DOUBLED, ORDER.toString(), "2 payments", "1 hold money");
        }

        @Test
        @DisplayName("a mail that nothing asked for")
        void mailed() {
            story.mails.add(new Mail("<another@holdfast>", ORDER.toString(), BEGIN, 1));
            finds(DOUBLED, "<another@holdfast>");
        }
    }

    @Nested
    @DisplayName("finds out of order")
    class Disordered {

        @Test
        @DisplayName("versions with a gap where they are written")
        void gap() {
            story.messages.removeIf(message -> message.id().equals(id(3)));
            story.takings.removeIf(taking -> taking.messageId().equals(id(3)));
            finds(DISORDERED, "Written with a gap: version 3 follows 1");
        }

        @Test
        @DisplayName("a version that comes before the one it follows")
        void swapped() {
            var last = story.records.removeLast();
            var before = story.records.removeLast();
            story.record(last.id(), last.version());
            story.record(before.id(), before.version());
            finds(DISORDERED, "version 4 comes first after version 2");
        }

        @Test
        @DisplayName("but not a page that came again")
        void again() {
            story.record(id(2), 1);
            story.record(id(3), 2);
            assertTrue(story.verdict().clean());
        }
    }

    @Nested
    @DisplayName("finds that figures do not add up:")
    class Unbalanced {

        @Test
        @DisplayName("more reserved than orders hold")
        void reserved() {
            story.items.set(0, new Item(SKU, 10, 4, 6, 10, 3));
            story.itemViews.clear();
            story.itemViews.add(new dev.holdfast.auditor.evidence.ItemView(SKU, 10, 4, 3));
            finds(UNBALANCED, SKU, "Orders hold 2, but 4 are reserved");
        }

        @Test
        @DisplayName("a movement that was counted twice")
        void moved() {
            story.items.set(0, new Item(SKU, 10, 2, 8, 5, 3));
            finds(UNBALANCED, SKU, "5 came in and went out, but 10 are on hand");
        }

        @Test
        @DisplayName("a confirmed order without its money")
        void unpaid() {
            story.payments.clear();
            finds(UNBALANCED, ORDER.toString(), "2580 EUR", "holds nothing");
        }

        @Test
        @DisplayName("money that is held for nobody")
        void ofNobody() {
            story.payments.add(new Payment("pi_9", id(40).toString(), 100, "eur", "x", true));
            finds(UNBALANCED, "pi_9", id(40).toString(), "does not exist");
        }
    }

    @Nested
    @DisplayName("finds stuck")
    class Stuck {

        @Test
        @DisplayName("a parked key")
        void parked() {
            var key = ORDER.toString();
            story.parkedKeys.add(
                    new ParkedKey(Service.API_GATEWAY, "holdfast.orders", key, "transient", 3));
            finds(STUCK, key, "parked at api-gateway with 3 messages");
        }

        @Test
        @DisplayName("what RabbitMQ gave up on")
        void dead() {
            story.queues.add(new Queue("unroutable", 2));
            finds(STUCK, "queue unroutable", "2 messages");
        }
    }

    private static DeadLetter letter(UUID message, String state) {
        var type = "holdfast.orders.AuthorizePayment.v1";
        return new DeadLetter(Service.ORDER_WORKER, id(50), message, type, "permanent", state);
    }

    private static Message copy(UUID id, String address) {
        Instant now = BEGIN.plusSeconds(1);
        return new Message(
                Service.ORDER_WORKER,
                "",
                address,
                id,
                "holdfast.orders.AuthorizePayment.v1",
                ORDER.toString(),
                null,
                ORDER,
                now);
    }
}
