package dev.holdfast.scheduler.schedule;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.scheduler.DefineSchedule;
import dev.holdfast.contracts.scheduler.DeleteSchedule;
import dev.holdfast.contracts.scheduler.FireScheduleNow;
import dev.holdfast.contracts.scheduler.PauseSchedule;
import dev.holdfast.contracts.scheduler.ResumeSchedule;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.contracts.scheduler.Timing;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.scheduler.Arriving;
import dev.holdfast.scheduler.OutboxRows;
import dev.holdfast.scheduler.Servers;
import dev.holdfast.scheduler.schedule.Scheduling.Sent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Schedules fire each of their times once, and do what they are told. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class SchedulesTest {

    private static final String CHANGED = "holdfast.scheduler.ScheduleChanged.v1";
    private static final String REFUSED = "holdfast.operations.CommandRefused.v1";

    private final UUID order = MessageIds.next();
    private final String name = "expire-" + order;

    @Inject Scheduling scheduling;
    @Inject ScheduleFiring firing;
    @Inject ScheduleTable table;
    @Inject OutboxRows outbox;

    @Test
    void fires_by_itself_at_its_times() {
        scheduling.define(name, order, Timing.every(1), null);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> outbox.of(order).size(), count -> count >= 3);

        assertTrue(scheduling.fires(name).size() >= 3);
        for (Sent fire : scheduling.fires(name)) {
            assertEquals("over", fire.state());
            assertFalse(fire.decidedAt().isBefore(fire.fireAt()), "fired early");
        }
        scheduling.handle(Arriving.as(new PauseSchedule(name)));
    }

    @Test
    void each_time_fires_once_however_many_fire() throws Exception {
        Instant since = scheduling.now().minusSeconds(50);
        var definition =
                new ScheduleDefinition(
                        Timing.every(1), since, null, Scheduling.expire(order), null, "allow");
        scheduling.handle(Arriving.as(new DefineSchedule(name, definition, false)));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var paused = table.lock(name).orElseThrow();
                            table.store(
                                    new Schedule(
                                            name,
                                            paused.version(),
                                            ScheduleState.ACTIVE,
                                            paused.definition(),
                                            since,
                                            since));
                        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> firer = firing::fireDue;
            for (var done :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> firer).toList())) {
                done.get();
            }
        }
        await().until(() -> scheduling.fires(name).size() >= 51);
        scheduling.handle(Arriving.as(new PauseSchedule(name)));

        var fires = scheduling.fires(name);
        assertEquals(fires.size(), outbox.of(order).size());
        assertEquals(fires.size(), fires.stream().map(Sent::fireAt).distinct().count());
        assertEquals(since, fires.getFirst().fireAt());
    }

    @Test
    void a_stale_look_at_a_time_that_has_come_sends_nothing() {
        scheduling.define(name, order, Timing.every(3600), null);
        await().until(() -> scheduling.fires(name).size() == 1);
        Instant first = scheduling.fires(name).getFirst().fireAt();

        QuarkusTransaction.requiringNew()
                .run(() -> table.store(table.lock(name).orElseThrow().goingOn(first)));
        firing.fireDue();

        assertEquals(1, scheduling.fires(name).size());
        assertEquals(1, outbox.of(order).size());
    }

    @Test
    void what_cannot_be_is_refused_with_a_reason() {
        scheduling.define(name, order, Timing.cron("61 * * * *", "UTC"), null);

        var refused = outbox.awaited(name, 1).getFirst();
        assertEquals(REFUSED, refused.type());
        assertTrue(refused.body().contains("'61' cannot be among the minutes"), refused.body());
        assertTrue(scheduling.find(name).isEmpty());
    }

    @Test
    void a_paused_one_fires_only_when_asked_and_goes_on_from_then() {
        scheduling.define(name, order, Timing.every(3600), null);
        await().until(() -> scheduling.fires(name).size() == 1);
        scheduling.handle(Arriving.as(new PauseSchedule(name)));
        assertNull(scheduling.find(name).orElseThrow().nextFireAt());

        var asked = Arriving.as(new FireScheduleNow(name));
        scheduling.handle(asked);
        scheduling.handle(Arriving.as(new ResumeSchedule(name)));

        assertEquals(2, outbox.of(order).size());
        assertEquals(asked.envelope().id(), outbox.of(order).getLast().causationId());
        assertTrue(
                scheduling.find(name).orElseThrow().nextFireAt().isAfter(scheduling.now()),
                "what passed is not made up for");
    }

    @Test
    void defining_the_same_again_changes_no_time_and_versions_go_on_after_a_deletion() {
        scheduling.define(name, order, Timing.every(3600), null);
        await().until(() -> scheduling.fires(name).size() == 1);
        Instant next = scheduling.find(name).orElseThrow().nextFireAt();
        scheduling.define(name, order, Timing.every(3600), null);
        assertEquals(next, scheduling.find(name).orElseThrow().nextFireAt());

        scheduling.handle(Arriving.as(new DeleteSchedule(name)));
        scheduling.handle(Arriving.as(new PauseSchedule(name)));
        scheduling.define(name, order, Timing.every(3600), null);

        assertEquals(4, scheduling.find(name).orElseThrow().version());
        var told = outbox.of(name);
        assertEquals(1, told.stream().filter(row -> row.type().equals(REFUSED)).count());
        assertEquals(4, told.stream().filter(row -> row.type().equals(CHANGED)).count());
    }

    @Test
    void a_time_computed_by_older_time_zones_is_computed_anew() {
        scheduling.define(name, order, Timing.cron("0 0 1 1 *", "Europe/Berlin"), null);
        Instant right = scheduling.find(name).orElseThrow().nextFireAt();
        scheduling.update(
                "UPDATE schedule SET tzdb = '2000a', next_fire_at = next_fire_at + interval '1 hour' WHERE id = ?",
                name);

        firing.recompute();

        assertEquals(right, scheduling.find(name).orElseThrow().nextFireAt());
    }

    @Test
    void one_that_sends_what_nobody_knows_any_more_is_paused_and_harms_no_other() {
        scheduling.define(name, order, Timing.every(3600), null);
        await().until(() -> scheduling.fires(name).size() == 1);

        scheduling.update(
                """
                UPDATE schedule SET next_fire_at = now(),
                       definition = jsonb_set(definition, '{fire,type}', '"holdfast.orders.Gone.v1"')
                WHERE id = ?
                """,
                name);
        firing.fireDue();

        await().until(() -> scheduling.find(name).orElseThrow().state() == ScheduleState.PAUSED);
        assertEquals(1, outbox.of(order).size());
    }
}
