package dev.holdfast.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.CircuitOpen;
import dev.holdfast.notifications.Given;
import dev.holdfast.notifications.Servers;
import dev.holdfast.notifications.notification.Notification;
import dev.holdfast.notifications.notification.Told;
import dev.holdfast.notifications.order.OrderContact;
import dev.holdfast.notifications.rule.MailKind;
import dev.holdfast.notifications.rule.Notice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the fault tolerance of the way out does with a server that says nothing. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(SilentServer.class)
class SilentServerTest {

    @Inject SendMailHandler handler;
    @Inject Told told;

    @Test
    void a_silent_server_is_asked_three_times_and_each_attempt_is_a_row() {
        MailToSend mail = mailToSend();

        assertThrows(MailServerDown.class, () -> handler.call(null, mail));

        assertEquals(
                List.of("no_answer", "no_answer", "no_answer"),
                told.attempts(mail.notification()).toList());
    }

    @Test
    void more_mails_than_may_be_under_way_wait_and_no_attempt_is_made() throws Exception {
        MailToSend one = mailToSend();
        MailToSend other = mailToSend();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var failures =
                    threads.invokeAll(List.of(sending(one), sending(other))).stream()
                            .map(Future::resultNow)
                            .collect(Collectors.toSet());

            assertEquals(Set.of(MailServerDown.class, CircuitOpen.class), failures);
        }
        assertEquals(
                3,
                told.attempts(one.notification()).count()
                        + told.attempts(other.notification()).count());
    }

    private Callable<Class<?>> sending(MailToSend mail) {
        return () ->
                assertThrows(RuntimeException.class, () -> handler.call(null, mail)).getClass();
    }

    /** A mail that was decided on and that only the test sends. */
    private static MailToSend mailToSend() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var placed = (OrderPlaced) Given.placed(MessageIds.next()).body();
                            var order = OrderContact.of(placed);
                            order.persist();
                            var notification =
                                    Notification.mail(
                                            MessageIds.next(),
                                            new Notice(MailKind.ORDER_CONFIRMED, null, null, null),
                                            order);
                            notification.persist();
                            return new MailToSend(notification, order);
                        });
    }
}
