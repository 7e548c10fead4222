package dev.holdfast.scheduler.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.scheduler.CancelTimer;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.scheduler.OutboxRows;
import dev.holdfast.scheduler.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The first word on a timer stands, in whichever order and however often the words arrive. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SettingTest {

    private static final Instant LATER = Instant.now().plus(1, ChronoUnit.HOURS);
    private static final Instant OVERDUE = Instant.now().minus(1, ChronoUnit.HOURS);

    private final UUID order = MessageIds.next();

    @Inject SetTimerHandler setTimer;
    @Inject CancelTimerHandler cancelTimer;
    @Inject Firing firing;
    @Inject OutboxRows outbox;

    @Test
    void set_twice_is_set_as_it_was_first() {
        Instant first = LATER.truncatedTo(ChronoUnit.MICROS);
        set(List.of(Given.setTimer(order, first), Given.setTimer(order, LATER.plusSeconds(5))));
        set(List.of(Given.setTimer(order, OVERDUE)));

        assertEquals(TimerState.PENDING, timer().state);
        assertEquals(first, timer().dueAt);
    }

    @Test
    void canceled_does_not_fire() {
        set(List.of(Given.setTimer(order, LATER)));
        cancel(List.of(Given.cancelTimer(order), Given.cancelTimer(order)));

        assertEquals(TimerState.CANCELED, timer().state);
        assertTrue(timer().endedAt.isBefore(Instant.now().plusSeconds(60)));
    }

    @Test
    void canceled_before_it_is_set_never_fires() throws SQLException {
        cancel(List.of(Given.cancelTimer(order)));
        set(List.of(Given.setTimer(order, OVERDUE)));

        firing.fire();

        assertEquals(TimerState.CANCELED, timer().state);
        assertTrue(outbox.of(order).isEmpty());
    }

    @Test
    void what_has_fired_stays_fired() throws SQLException {
        set(List.of(Given.setTimer(order, OVERDUE)));
        var fired = outbox.awaited(order, 2);
        set(List.of(Given.setTimer(order, OVERDUE)));
        cancel(List.of(Given.cancelTimer(order)));
        firing.fire();

        assertEquals(TimerState.FIRED, timer().state);
        assertEquals(fired, outbox.of(order));
        assertEquals(fired.getFirst().messageId(), timer().commandId);
    }

    @Test
    void many_are_set_and_canceled_together() {
        UUID other = MessageIds.next();
        set(List.of(Given.setTimer(order, LATER), Given.setTimer(other, LATER)));
        cancel(List.of(Given.cancelTimer(other)));

        assertEquals(TimerState.PENDING, timer().state);
        assertNull(timer().commandId);
    }

    @Test
    void what_cannot_be_fired_is_refused_in_one_sentence() {
        refused(
                new SetTimer("t-1", LATER, new Fire("holdfast.orders.Unheard.v1", "k", "{}")),
                "Timer 't-1' would send 'holdfast.orders.Unheard.v1', which is not a command of the catalogue.");
        refused(new SetTimer("t-2", LATER, null), "Timer 't-2' does not say what to send.");
        refused(new SetTimer("t-3", null, Given.expire(order)), "Timer 't-3' has no due time.");
        refused(
                new SetTimer("t-4", Instant.MAX, Given.expire(order)),
                "Timer 't-4' is due after the year 9999.");
        refused(new SetTimer(" ", LATER, Given.expire(order)), "A SetTimer names no timer.");
    }

    private void refused(SetTimer command, String sentence) {
        var failure =
                assertThrows(PermanentFailure.class, () -> set(List.of(Given.received(command))));
        assertEquals(sentence, failure.getMessage());
    }

    private void set(List<Received<SetTimer>> commands) {
        QuarkusTransaction.requiringNew().run(() -> setTimer.handleAll(commands));
    }

    private void cancel(List<Received<CancelTimer>> commands) {
        QuarkusTransaction.requiringNew().run(() -> cancelTimer.handleAll(commands));
    }

    private Timer timer() {
        return QuarkusTransaction.requiringNew().call(() -> Timer.findById("payment:" + order));
    }
}
