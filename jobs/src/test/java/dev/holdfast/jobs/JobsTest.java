package dev.holdfast.jobs;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.jobs.Steps.Plan;
import dev.holdfast.jobs.Steps.Trouble;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class JobsTest {

    private final String name = MessageIds.next().toString();

    @Inject Jobs jobs;
    @Inject Steps steps;
    @Inject JobRows rows;

    @Test
    void an_enqueued_job_runs() {
        UUID id = enqueue(job(3, Trouble.NONE)).orElseThrow();

        assertEquals(new JobRows.Ended("succeeded", 1, null), rows.awaitEnded(id));
        assertEquals(3, steps.done(name).get());
    }

    @Test
    void a_job_of_a_transaction_that_rolls_back_never_existed() {
        var id = new UUID[1];
        assertThrows(
                IllegalStateException.class,
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(
                                        () -> {
                                            id[0] =
                                                    jobs.enqueue(job(1, Trouble.NONE))
                                                            .orElseThrow();
                                            throw new IllegalStateException("roll back");
                                        }));

        assertEquals(0, rows.number("SELECT count(*) FROM job WHERE id = '%s'".formatted(id[0])));
    }

    @Test
    void outside_of_a_transaction_nothing_is_enqueued() {
        assertThrows(TransactionalException.class, () -> jobs.enqueue(job(1, Trouble.NONE)));
    }

    @Test
    void under_a_unique_key_there_is_one_job_at_a_time() {
        var first = enqueue(job(1, Trouble.WAITS_AT_EACH_STEP).withUniqueKey(name));
        var second = enqueue(job(1, Trouble.WAITS_AT_EACH_STEP).withUniqueKey(name));
        assertTrue(second.isEmpty());

        steps.gate(name).release(2);
        rows.awaitEnded(first.orElseThrow());

        var third = enqueue(job(1, Trouble.WAITS_AT_EACH_STEP).withUniqueKey(name));
        rows.awaitEnded(third.orElseThrow());
    }

    @Test
    void a_failed_attempt_goes_on_from_its_checkpoint() {
        UUID id = enqueue(job(3, Trouble.FAILS_ONCE)).orElseThrow();

        var ended = rows.awaitEnded(id);

        assertEquals("succeeded", ended.outcome());
        assertEquals(2, ended.attempts());
        assertEquals(3, steps.done(name).get());
    }

    @Test
    void a_job_is_given_up_after_its_attempts() {
        UUID id = enqueue(job(0, Trouble.FAILS_ALWAYS)).orElseThrow();

        assertEquals(
                new JobRows.Ended("failed", 3, "java.lang.IllegalStateException: as told"),
                rows.awaitEnded(id));
    }

    @Test
    void a_failure_for_good_is_not_tried_again() {
        UUID id = enqueue(job(0, Trouble.FAILS_FOR_GOOD)).orElseThrow();

        assertEquals(1, rows.awaitEnded(id).attempts());
    }

    @Test
    void a_waiting_job_is_canceled_without_being_run() {
        UUID id = enqueue(job(1, Trouble.NONE).after(Duration.ofHours(1))).orElseThrow();

        assertTrue(QuarkusTransaction.requiringNew().call(() -> jobs.cancel(id)));

        assertEquals("canceled", rows.awaitEnded(id).outcome());
        assertEquals(0, steps.done(name).get());
        assertFalse(QuarkusTransaction.requiringNew().call(() -> jobs.cancel(id)));
    }

    @Test
    void a_running_job_is_canceled_at_its_next_step() {
        UUID id = enqueue(job(100_000, Trouble.WAITS_AT_EACH_STEP)).orElseThrow();
        steps.gate(name).release();
        await().until(() -> steps.done(name).get() == 1);

        QuarkusTransaction.requiringNew().call(() -> jobs.cancel(id));
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            steps.gate(name).release();
                            return rows.ended(id).isPresent();
                        });

        assertEquals("canceled", rows.awaitEnded(id).outcome());
    }

    private NewJob<Plan> job(int count, Trouble trouble) {
        return NewJob.of(steps, new Plan(name, count, trouble), Cause.begin(MessageIds.next()));
    }

    private Optional<UUID> enqueue(NewJob<Plan> job) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.enqueue(job));
    }
}
