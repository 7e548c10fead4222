package dev.holdfast.scheduler.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.MoveTimer;
import dev.holdfast.contracts.scheduler.SetTimer;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.retry.ConflictFailure;
import dev.holdfast.scheduler.Arriving;
import dev.holdfast.scheduler.OutboxRows;
import dev.holdfast.scheduler.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of several moves the newest stands, in whichever order they arrive. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class MovingTest {

    private static final Instant LATER =
            Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MICROS);

    private final UUID order = MessageIds.next();
    private final String timer = "payment:" + order;

    @Inject SetTimerHandler setTimer;
    @Inject CancelTimerHandler cancelTimer;
    @Inject MoveTimerHandler moveTimer;
    @Inject OutboxRows outbox;

    @Test
    void the_newest_move_stands() {
        set();
        move(new MoveTimer(timer, LATER.plusSeconds(2), 2), new MoveTimer(timer, LATER, 1));
        assertEquals(LATER.plusSeconds(2), timer().dueAt);

        move(new MoveTimer(timer, LATER.plusSeconds(1), 1));
        move(new MoveTimer(timer, LATER.plusSeconds(9), 2));
        assertEquals(LATER.plusSeconds(2), timer().dueAt);

        move(new MoveTimer(timer, LATER.plusSeconds(3), 3));
        assertEquals(LATER.plusSeconds(3), timer().dueAt);
    }

    @Test
    void one_that_is_moved_nearer_fires_then() {
        set();
        move(new MoveTimer(timer, Instant.now(), 1));

        outbox.awaited(order, 2);
        move(new MoveTimer(timer, LATER, 2));
        assertEquals(TimerState.FIRED, timer().state);
    }

    @Test
    void a_canceled_one_stays_canceled() {
        QuarkusTransaction.requiringNew().run(() -> cancelTimer.handle(Given.cancelTimer(order)));
        move(new MoveTimer(timer, LATER, 1));
        assertEquals(TimerState.CANCELED, timer().state);
    }

    @Test
    void one_that_is_not_set_yet_is_waited_for() {
        assertThrows(ConflictFailure.class, () -> move(new MoveTimer(timer, LATER, 1)));
    }

    @Test
    void a_timer_sends_commands_that_say_themselves_where_they_go() {
        var start =
                new Fire(
                        "holdfast.scheduler.StartJob.v1",
                        order.toString(),
                        "{\"service\":\"order-worker\",\"kind\":\"steps\",\"input\":\"{}\"}");
        var set = Arriving.as(new SetTimer(timer, Instant.now(), start));
        QuarkusTransaction.requiringNew().run(() -> setTimer.handle(set));

        assertEquals("order-worker.StartJob", outbox.awaited(order, 2).getFirst().address());
    }

    private void set() {
        QuarkusTransaction.requiringNew().run(() -> setTimer.handle(Given.setTimer(order, LATER)));
    }

    private void move(MoveTimer... moves) {
        var commands = List.copyOf(Stream.of(moves).map(Arriving::as).toList());
        QuarkusTransaction.requiringNew().run(() -> moveTimer.handleAll(commands));
    }

    private Timer timer() {
        return QuarkusTransaction.requiringNew().call(() -> Timer.findById(timer));
    }
}
