package dev.holdfast.jobs.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.jobs.JobRows;
import dev.holdfast.jobs.Jobs;
import dev.holdfast.jobs.NewJob;
import dev.holdfast.jobs.Servers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class RetentionTest {

    @Inject Jobs jobs;
    @Inject Retention retention;
    @Inject JobRows rows;

    @Test
    void inbox_partitions_past_their_time_are_dropped_and_others_kept() {
        partition("inbox_test_old", Instant.now().minus(20, ChronoUnit.DAYS));
        long others = partitions() - 1;

        run();

        assertEquals(others, partitions());
        assertEquals(
                0, rows.number("SELECT count(*) FROM pg_class WHERE relname = 'inbox_test_old'"));
    }

    @Test
    void the_oldest_part_of_the_history_is_emptied() {
        rows.execute(
                """
                INSERT INTO job_history (slot, id, queue, kind, outcome, attempts, input, correlation_id, enqueued_at)
                SELECT slot, gen_random_uuid(), 'default', 'ring', 'succeeded', 1, '{}', gen_random_uuid(), now()
                FROM generate_series(0, 3) AS slot
                """);

        run();

        assertEquals(3, rows.number("SELECT count(*) FROM job_history WHERE kind = 'ring'"));
    }

    @Test
    void the_outbox_of_the_day_before_yesterday_is_emptied_once_it_is_relayed() {
        rows.execute(
                """
                INSERT INTO outbox (slot, xid, broker, address, message_id, type, source, key, correlation_id, body)
                SELECT (extract(epoch FROM clock_timestamp())::bigint / 86400 - days) % 4, '2', 2, 'a',
                       ('00000000-0000-7000-8000-00000000000' || days)::uuid, 't', 's', 'ring', gen_random_uuid(), '{}'
                FROM generate_series(0, 3) AS days
                """);

        run();

        assertEquals(3, rows.number("SELECT count(*) FROM outbox WHERE key = 'ring'"));
        assertEquals(
                0,
                rows.number(
                        "SELECT count(*) FROM outbox WHERE key = 'ring' AND message_id::text LIKE '%2'"));
    }

    private void run() {
        var job =
                NewJob.of(
                        retention,
                        new Retention.Limits(Duration.ofDays(14)),
                        Cause.begin(MessageIds.next()));
        UUID id = QuarkusTransaction.requiringNew().call(() -> jobs.enqueue(job)).orElseThrow();
        assertEquals("succeeded", rows.awaitEnded(id).outcome());
    }

    private void partition(String name, Instant day) {
        rows.execute(
                "CREATE TABLE %s PARTITION OF inbox FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(name, first(day), first(day.plus(1, ChronoUnit.DAYS))));
    }

    private static UUID first(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private long partitions() {
        return rows.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'inbox'::regclass");
    }
}
