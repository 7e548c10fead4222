package dev.holdfast.jobs.start;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.scheduler.CancelJob;
import dev.holdfast.contracts.scheduler.StartJob;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.jobs.JobRows;
import dev.holdfast.jobs.Servers;
import dev.holdfast.jobs.Steps;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Jobs start by command, and the schedule that started one is told once when it has ended. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class StartByCommandTest {

    private final String name = MessageIds.next().toString();

    @Inject StartJobHandler startJob;
    @Inject CancelJobHandler cancelJob;
    @Inject Steps steps;
    @Inject JobRows rows;

    @Test
    void a_job_runs_under_the_id_of_its_command_and_its_schedule_is_told() {
        UUID id = start("steps", plan("NONE"), null, name);

        assertEquals("succeeded", rows.awaitEnded(id).outcome());
        assertEquals(1, ends());
    }

    @Test
    void the_schedule_of_a_job_that_failed_is_told_too() {
        UUID id = start("steps", plan("FAILS_FOR_GOOD"), null, name);

        assertEquals("failed", rows.awaitEnded(id).outcome());
        assertEquals(1, ends());
    }

    @Test
    void the_schedule_of_a_job_that_was_canceled_is_told_when_it_has_ended() {
        UUID id = start("steps", plan("WAITS_AT_EACH_STEP"), null, name);
        await().atMost(Duration.ofSeconds(15)).until(() -> steps.gate(name).hasQueuedThreads());
        assertEquals(0, ends());

        cancel(id);
        steps.gate(name).release(1);
        cancel(id);

        await().atMost(Duration.ofSeconds(20)).until(() -> rows.ended(id).isPresent());
        assertEquals(1, ends());
    }

    @Test
    void what_cannot_be_started_is_refused_and_the_schedule_does_not_wait() {
        start("no-such-kind", "{}", null, name);
        start("steps", "[]", null, name);
        UUID first = start("steps", plan("WAITS_AT_EACH_STEP"), name, null);
        UUID second = start("steps", plan("NONE"), name, name);

        assertEquals(3, ends());
        assertEquals(0, rows.number("SELECT count(*) FROM job WHERE id = '%s'".formatted(second)));
        steps.gate(name).release(1);
        rows.awaitEnded(first);
    }

    private UUID start(String kind, String input, String uniqueKey, String schedule) {
        var command = received(new StartJob("scheduler-service", kind, input, uniqueKey, schedule));
        QuarkusTransaction.requiringNew().run(() -> startJob.handle(command));
        return command.envelope().id();
    }

    private void cancel(UUID job) {
        var command = received(new CancelJob("scheduler-service", job));
        QuarkusTransaction.requiringNew().run(() -> cancelJob.handle(command));
    }

    private String plan(String trouble) {
        return "{\"name\":\"%s\",\"steps\":1,\"trouble\":\"%s\"}".formatted(name, trouble);
    }

    private long ends() {
        return rows.number(
                "SELECT count(*) FROM outbox WHERE type = 'holdfast.scheduler.EndFire.v1' AND key = '%s'"
                        .formatted(name));
    }

    private static <C extends Command> Received<C> received(C command) {
        UUID id = MessageIds.next();
        return new Received<>(
                command,
                new Envelope(
                        id,
                        Catalogue.typeOf(command).id(),
                        "/scheduler-service",
                        command.key(),
                        null,
                        Instant.now(),
                        id,
                        null,
                        null));
    }
}
