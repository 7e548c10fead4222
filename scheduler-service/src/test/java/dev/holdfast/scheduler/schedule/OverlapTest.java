package dev.holdfast.scheduler.schedule;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.contracts.scheduler.EndFire;
import dev.holdfast.contracts.scheduler.Fire;
import dev.holdfast.contracts.scheduler.FireScheduleNow;
import dev.holdfast.contracts.scheduler.Timing;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.scheduler.Arriving;
import dev.holdfast.scheduler.OutboxRows;
import dev.holdfast.scheduler.Servers;
import dev.holdfast.scheduler.schedule.Scheduling.Sent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a time that comes while the job of an earlier one has not ended. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class OverlapTest {

    private static final Timing NEVER_BY_ITSELF =
            Timing.once(Instant.parse("9000-01-01T00:00:00Z"));

    private final String name = "overlap-" + MessageIds.next();
    private final String kind = "kind-" + MessageIds.next();

    @Inject Scheduling scheduling;
    @Inject OutboxRows outbox;

    @Test
    void allow_fires_beside_it() {
        fireTwice("allow");
        assertEquals(List.of("open", "open"), states());
    }

    @Test
    void skip_leaves_it_out_until_the_job_has_ended() {
        fireTwice("skip");
        assertEquals(List.of("open", "skipped"), states());

        end(0);
        scheduling.handle(Arriving.as(new FireScheduleNow(name)));
        assertEquals(List.of("over", "skipped", "open"), states());
    }

    @Test
    void queue_fires_it_when_the_job_has_ended_and_once() {
        fireTwice("queue");
        assertEquals(List.of("open", "queued"), states());
        assertEquals(1, outbox.of(kind).size());

        end(0);
        end(0);
        assertEquals(List.of("over", "open"), states());
        assertEquals(2, outbox.of(kind).size());
    }

    @Test
    void cancel_previous_fires_it_and_has_the_other_end() {
        fireTwice("cancel-previous");
        assertEquals(List.of("open", "open"), states());

        var previous = scheduling.fires(name).getFirst().commandId();
        var cancel = outbox.of(previous).getFirst();
        assertEquals("order-worker.CancelJob", cancel.address());
    }

    @Test
    void a_pause_begins_when_the_job_has_ended() {
        scheduling.define(name, startJob(), Timing.pausing(600), "skip");
        await().until(() -> scheduling.fires(name).size() == 1);
        assertNull(scheduling.find(name).orElseThrow().nextFireAt());

        Instant ended = scheduling.now();
        end(0);

        Instant next = scheduling.find(name).orElseThrow().nextFireAt();
        assertNotNull(next);
        assertEquals(false, next.isBefore(ended.plusSeconds(600)));
    }

    @Test
    void the_job_is_told_who_started_it() {
        scheduling.define(name, startJob(), NEVER_BY_ITSELF, "allow");
        scheduling.handle(Arriving.as(new FireScheduleNow(name)));

        var start = outbox.of(kind).getFirst();
        assertEquals("order-worker.StartJob", start.address());
        assertEquals(true, start.body().contains("\"schedule\":\"" + name + "\""), start.body());
    }

    private void fireTwice(String overlap) {
        scheduling.define(name, startJob(), NEVER_BY_ITSELF, overlap);
        scheduling.handle(Arriving.as(new FireScheduleNow(name)));
        scheduling.handle(Arriving.as(new FireScheduleNow(name)));
    }

    private void end(int fire) {
        UUID job = scheduling.fires(name).get(fire).commandId();
        scheduling.handle(Arriving.as(new EndFire(name, job)));
    }

    private List<String> states() {
        return scheduling.fires(name).stream().map(Sent::state).toList();
    }

    private Fire startJob() {
        return new Fire(
                "holdfast.scheduler.StartJob.v1",
                kind,
                "{\"service\":\"order-worker\",\"kind\":\"%s\",\"input\":\"{}\"}".formatted(kind));
    }
}
