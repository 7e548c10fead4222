package dev.holdfast.jobs.runner;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.jobs.JobRows;
import dev.holdfast.jobs.Jobs;
import dev.holdfast.jobs.NewJob;
import dev.holdfast.jobs.Servers;
import dev.holdfast.jobs.Steps;
import dev.holdfast.jobs.Steps.Plan;
import dev.holdfast.jobs.Steps.Trouble;
import dev.holdfast.jobs.claim.Claims;
import dev.holdfast.jobs.history.Endings;
import dev.holdfast.jobs.history.Outcome;
import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.lease.Leases;
import dev.holdfast.jobs.lease.Worker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A worker that claims beside the service's own and then does what dead or paused ones do. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TakeOverTest {

    private final String name = MessageIds.next().toString();
    private final Worker other = Worker.on("elsewhere");

    @Inject Jobs jobs;
    @Inject Steps steps;
    @Inject Claims claims;
    @Inject Leases leases;
    @Inject Endings endings;
    @Inject JobRows rows;

    @Test
    void the_job_of_a_dead_worker_goes_on_from_its_checkpoint_and_the_dead_can_write_no_more() {
        LeasedJob held = heldByOther(4);
        assertTrue(leases.checkpoint(held, "{\"step\": 3}"));

        var ended = rows.awaitEnded(held.id());

        assertEquals(new JobRows.Ended("succeeded", 2, null), ended);
        assertEquals(1, steps.done(name).get());
        assertFalse(leases.checkpoint(held, "{\"step\": 0}"));
        assertFalse(endings.end(held, Outcome.FAILED, "late"));
        assertFalse(endings.retry(held, "late", Duration.ZERO));
        assertFalse(leases.handBack(held));
        assertEquals(ended, rows.ended(held.id()).orElseThrow());
    }

    @Test
    void a_job_that_was_taken_over_is_refused_to_the_old_worker_while_the_new_one_runs_it() {
        LeasedJob held = heldByOther(1);
        rows.execute(
                "UPDATE worker SET beat_at = now() - interval '1 hour' WHERE id = '%s'"
                        .formatted(other.id()));
        Worker third = Worker.on("third");

        LeasedJob taken =
                await().pollInterval(Duration.ofMillis(1))
                        .until(() -> claims.claimAll(third, 1), jobs -> !jobs.isEmpty())
                        .getFirst();

        assertEquals(held.id(), taken.id());
        assertTrue(taken.takenOver());
        assertTrue(taken.lease() > held.lease());
        assertFalse(leases.checkpoint(held, "{\"step\": 1}"));
        assertFalse(endings.end(held, Outcome.SUCCEEDED, null));
        assertTrue(endings.end(taken, Outcome.SUCCEEDED, null));
    }

    @Test
    void a_worker_that_has_lost_a_job_stops_its_own_work() {
        var job =
                NewJob.of(
                        steps,
                        new Plan(name, 1, Trouble.WAITS_AT_EACH_STEP),
                        Cause.begin(MessageIds.next()));
        UUID id = QuarkusTransaction.requiringNew().call(() -> jobs.enqueue(job)).orElseThrow();
        await().until(() -> steps.gate(name).hasQueuedThreads());

        leases.beat(other);
        rows.execute(
                "UPDATE job SET worker_id = '%s', lease = lease + 1 WHERE id = '%s'"
                        .formatted(other.id(), id));

        await().atMost(Duration.ofSeconds(5)).until(() -> !steps.gate(name).hasQueuedThreads());
        assertEquals(0, steps.done(name).get());
        assertTrue(rows.ended(id).isEmpty());
        rows.execute("DELETE FROM job WHERE id = '%s'".formatted(id));
    }

    @Test
    void the_job_of_a_worker_that_beats_is_left_alone() {
        LeasedJob held = heldByOther(1);

        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () ->
                                leases.beat(other).stream()
                                        .anyMatch(row -> row.lease() == held.lease()));

        assertTrue(leases.handBack(held));
        rows.awaitEnded(held.id());
    }

    @Test
    void each_job_is_claimed_once_however_many_claim() throws Exception {
        rows.execute("DELETE FROM job WHERE kind = 'steps'");
        List<UUID> ids = enqueueLater(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rows.execute("UPDATE job SET run_at = now() WHERE id IN (%s)".formatted(quoted(ids)));
            Callable<List<LeasedJob>> claimer = this::claimAll;
            var claimed =
                    threads
                            .invokeAll(IntStream.range(0, 5).mapToObj(_ -> claimer).toList())
                            .stream()
                            .flatMap(TakeOverTest::result)
                            .toList();

            claimed.forEach(job -> assertTrue(leases.handBack(job)));
            for (UUID id : ids) {
                assertEquals(1, rows.awaitEnded(id).attempts());
            }
            assertEquals(claimed.size(), claimed.stream().map(LeasedJob::id).distinct().count());
        }
    }

    private List<LeasedJob> claimAll() {
        return Stream.generate(() -> claims.claimDue(other, 7))
                .takeWhile(jobs -> !jobs.isEmpty())
                .flatMap(List::stream)
                .toList();
    }

    /** A job that the other worker has claimed before the service's own could. */
    private LeasedJob heldByOther(int count) {
        UUID id = enqueueLater(count, Trouble.NONE);
        rows.execute(
                """
                INSERT INTO worker (id, node, beat_at) VALUES ('%1$s', 'elsewhere', now());
                UPDATE job SET state = 1, worker_id = '%1$s', lease = lease + 1, attempt = 1,
                               deadline_at = now() + interval '1 hour'
                WHERE id = '%2$s'
                """
                        .formatted(other.id(), id));
        return new LeasedJob(id, "steps", 1, 1, 3, false, false, "{}", null, null, null);
    }

    private List<UUID> enqueueLater(int count) {
        return Stream.generate(() -> enqueueLater(1, Trouble.NONE)).limit(count).toList();
    }

    private UUID enqueueLater(int count, Trouble trouble) {
        var job = NewJob.of(steps, new Plan(name, count, trouble), Cause.begin(MessageIds.next()));
        return QuarkusTransaction.requiringNew()
                .call(() -> jobs.enqueue(job.after(Duration.ofHours(1))))
                .orElseThrow();
    }

    private static String quoted(List<UUID> ids) {
        return String.join(", ", ids.stream().map("'%s'"::formatted).toList());
    }

    private static Stream<LeasedJob> result(Future<List<LeasedJob>> claim) {
        return claim.resultNow().stream();
    }
}
