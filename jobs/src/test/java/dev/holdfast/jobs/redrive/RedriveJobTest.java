package dev.holdfast.jobs.redrive;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.contracts.operations.CancelRedrive;
import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.contracts.operations.DiscardDeadLetters;
import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.jobs.JobRows;
import dev.holdfast.jobs.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Letters whose copies go to a queue that nobody reads here: whatever was sent shows in the outbox,
 * once for each copy.
 */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class RedriveJobTest {

    private static final String LETTERS =
            """
            INSERT INTO dead_letter (id, consumer, origin, exchange, address, message_id, type, key, headers, body,
                                     reason, detail, history, first_failed_at)
            SELECT ('00000000-0000-7000-8000-' || right('%1$s', 6) || lpad(i::text, 6, '0'))::uuid, 'elsewhere', 'relay',
                   '', 'api-gateway.commands', m.id, 't', '%1$s',
                   jsonb_build_object('ce_id', m.id, 'ce_type', 't', 'ce_source', '/s', 'ce_subject', '%1$s',
                                      'ce_time', '2026-11-23T10:15:30Z', 'ce_correlationid', m.id),
                   '{}', 'refused', 'No.', '[]', now()
            FROM generate_series(1, %2$d) i, LATERAL (SELECT gen_random_uuid() AS id WHERE i > 0) m
            """;

    private final UUID redrive = MessageIds.next();
    private final String key = "key-" + redrive;

    @Inject DataSource database;
    @Inject JobRows rows;
    @Inject RedriveHandler redrives;
    @Inject CancelHandler cancels;
    @Inject DiscardHandler discards;

    @Test
    void sends_every_letter_once_and_in_order() throws SQLException {
        letters(250);
        redrive(10_000, false);
        awaitState("completed");
        assertEquals(250, sent());
        assertEquals(
                250,
                rows.number("SELECT redriven FROM redrive WHERE id = '%s'".formatted(redrive)));
        assertEquals(
                0,
                rows.number(
                        """
                        SELECT count(*) FROM (
                            SELECT d.id, lag(d.id) OVER (ORDER BY o.seq) AS before
                            FROM outbox o JOIN dead_letter d USING (message_id) WHERE o.key = '%s') s
                        WHERE id < before
                        """
                                .formatted(key)));
    }

    @Test
    void a_dry_run_sends_nothing() throws SQLException {
        letters(3);
        redrive(50, true);
        awaitState("completed");
        assertEquals(0, sent());
        assertEquals(
                3, rows.number("SELECT matched FROM redrive WHERE id = '%s'".formatted(redrive)));
        assertEquals(3, letters("dead"));
    }

    @Test
    void keeps_to_the_rate_and_stops_for_good_when_it_is_canceled() throws SQLException {
        letters(500);
        Instant begun = Instant.now();
        redrive(5, false);
        await().atMost(Duration.ofSeconds(30)).until(() -> sent() >= 3);
        cancel();
        long sent = sent();
        long seconds = Duration.between(begun, Instant.now()).toSeconds();
        assertTrue(sent <= 5 * (seconds + 1) + 1, sent + " in " + seconds + " s");
        awaitState("canceled");
        await().atMost(Duration.ofSeconds(30)).until(() -> jobs() == 0);
        assertEquals(sent, sent());
        assertEquals(
                sent,
                rows.number("SELECT redriven FROM redrive WHERE id = '%s'".formatted(redrive)));
        assertEquals(500 - sent, letters("dead"));
    }

    @Test
    void goes_on_behind_the_last_step_that_was_committed() throws SQLException {
        letters(250);
        execute(
                """
                ALTER TABLE dead_letter ADD CONSTRAINT broken
                CHECK (NOT (key = '%s' AND state = 'redriven' AND id::text LIKE '%%000120')) NOT VALID
                """
                        .formatted(key));
        try {
            redrive(10_000, false);
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    rows.number(
                                                    "SELECT coalesce(max(attempt), 0) FROM job WHERE unique_key = '%s'"
                                                            .formatted(redrive))
                                            >= 2);
            assertTrue(sent() < 250, sent() + " sent");
        } finally {
            execute("ALTER TABLE dead_letter DROP CONSTRAINT broken");
        }
        awaitState("completed");
        assertEquals(250, sent());
        assertEquals(
                250,
                rows.number(
                        "SELECT count(DISTINCT message_id) FROM outbox WHERE key = '%s' AND broker = 1"
                                .formatted(key)));
    }

    @Test
    void discards_more_than_one_transaction_takes() throws SQLException {
        letters(700);
        discard();
        await().atMost(Duration.ofSeconds(60)).until(() -> letters("discarded") == 700);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                rows.number(
                                                """
                                                SELECT coalesce(max((body::jsonb ->> 'discarded')::int), 0) FROM outbox
                                                WHERE type = 'holdfast.operations.DeadLettersDiscarded.v1' AND key = '%s'
                                                """
                                                        .formatted(redrive))
                                        == 700);
    }

    private void letters(int count) throws SQLException {
        execute(LETTERS.formatted(key, count));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private DeadLetterSelection selection() {
        return new DeadLetterSelection(null, null, null, null, key, null, null);
    }

    private void redrive(int rate, boolean dryRun) {
        var command =
                new RedriveDeadLetters(
                        redrive,
                        "scheduler-service",
                        selection(),
                        dryRun,
                        rate,
                        "ops-1",
                        "Mended.");
        QuarkusTransaction.requiringNew()
                .run(() -> redrives.handle(new Received<>(command, envelope(redrive))));
    }

    private void cancel() {
        var command = new CancelRedrive(redrive, "scheduler-service", "ops-1", "Enough.");
        QuarkusTransaction.requiringNew()
                .run(() -> cancels.handle(new Received<>(command, envelope(MessageIds.next()))));
    }

    private void discard() {
        var command =
                new DiscardDeadLetters(
                        redrive, "scheduler-service", selection(), "ops-1", "Nobody wants it.", 0);
        QuarkusTransaction.requiringNew()
                .run(() -> discards.handle(new Received<>(command, envelope(redrive))));
    }

    private static Envelope envelope(UUID id) {
        return new Envelope(
                id, "t", "/api-gateway", id.toString(), null, Instant.now(), id, null, null);
    }

    private void awaitState(String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                rows.number(
                                                "SELECT count(*) FROM redrive WHERE id = '%s' AND state = '%s'"
                                                        .formatted(redrive, state))
                                        == 1);
    }

    private long sent() {
        return rows.number(
                "SELECT count(*) FROM outbox WHERE key = '%s' AND broker = 1".formatted(key));
    }

    private long letters(String state) {
        return rows.number(
                "SELECT count(*) FROM dead_letter WHERE key = '%s' AND state = '%s'"
                        .formatted(key, state));
    }

    private long jobs() {
        return rows.number("SELECT count(*) FROM job WHERE unique_key = '%s'".formatted(redrive));
    }
}
