package dev.holdfast.gateway.deadletter;

import dev.holdfast.gateway.Plans;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class DeadLetterPlansTest {

    private static final String DEAD_LETTERS =
            """
            INSERT INTO dead_letter_view (id, service, origin, reason, detail, dead_at, changed_at, type, subject, state)
            SELECT gen_random_uuid(), 's-' || i % 250, 'queue', 'r-' || i % 250, '', now() - i * interval '1 s', now(),
                   't-' || i % 250, 'k-' || i % 250, CASE i % 250 WHEN 0 THEN 'dead' ELSE 'resolved' END
            FROM generate_series(1, 50000) i
            """;

    private static final String REDRIVES =
            """
            INSERT INTO redrive_view (id, service, state, selection, dry_run, rate_per_second, requested_by, reason,
                                      matched, first, started_at, updated_at)
            SELECT gen_random_uuid(), 'order-worker', 'completed', '{}', false, 50, 'ops-1', '', 1, '[]',
                   now() - i * interval '1 s', now()
            FROM generate_series(1, 5000) i
            """;

    @Inject Plans plans;

    @BeforeEach
    void fill() throws SQLException {
        plans.fill(List.of(DEAD_LETTERS, REDRIVES));
    }

    @AfterEach
    void empty() throws SQLException {
        plans.close();
    }

    @Test
    void everyListIsReadAlongAnIndex() throws SQLException {
        expect("dead_letter_view_by_time", filter(null, null, null, null, null));
        expect("dead_letter_view_by_service", filter("s-7", null, null, null, null));
        expect("dead_letter_view_by_state", filter(null, "dead", null, null, null));
        expect("dead_letter_view_by_reason", filter(null, null, "r-7", null, null));
        expect("dead_letter_view_by_type", filter(null, null, null, "t-7", null));
        expect("dead_letter_view_by_subject", filter(null, null, null, null, "k-7"));
        plans.expect(
                "redrive_view_by_time",
                Redrives.listing(),
                Plans.cursor(Instant.now(), Plans.MIDDLE));
    }

    private static DeadLetterFilter filter(
            String service, String state, String reason, String type, String subject) {
        var from = Instant.now().minus(Duration.ofDays(1));
        return new DeadLetterFilter(service, state, reason, type, subject, from, Instant.now());
    }

    private void expect(String index, DeadLetterFilter filter) throws SQLException {
        plans.expect(index, filter.listing(), Plans.cursor(Instant.now(), Plans.MIDDLE));
    }
}
