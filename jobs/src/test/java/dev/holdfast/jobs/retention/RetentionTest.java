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
        Instant now = Instant.now();
        partition("inbox_test_old", now.minus(16, ChronoUnit.DAYS), now.minus(15, ChronoUnit.DAYS));
        partition(
                "inbox_test_kept", now.minus(14, ChronoUnit.DAYS), now.minus(13, ChronoUnit.DAYS));

        run();

        assertEquals(0, tables("inbox_test_old"));
        assertEquals(1, tables("inbox_test_kept"));
        rows.execute("DROP TABLE inbox_test_kept");
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

    private void run() {
        var job =
                NewJob.of(
                        retention,
                        new Retention.Limits(Duration.ofDays(14)),
                        Cause.begin(MessageIds.next()));
        UUID id = QuarkusTransaction.requiringNew().call(() -> jobs.enqueue(job)).orElseThrow();
        assertEquals("succeeded", rows.awaitEnded(id).outcome());
    }

    private void partition(String name, Instant from, Instant to) {
        rows.execute(
                "CREATE TABLE %s PARTITION OF inbox FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(name, first(from), first(to)));
    }

    private static UUID first(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private long tables(String name) {
        return rows.number("SELECT count(*) FROM pg_class WHERE relname = '%s'".formatted(name));
    }
}
