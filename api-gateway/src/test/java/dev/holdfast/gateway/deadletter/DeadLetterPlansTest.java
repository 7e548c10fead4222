package dev.holdfast.gateway.deadletter;

import dev.holdfast.gateway.Plans;
import dev.holdfast.gateway.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
            INSERT INTO dead_letter_view (id, service, origin, reason, detail, dead_at)
            SELECT gen_random_uuid(), 'order-worker', 'queue', 'permanent', '', now() - i * interval '1 s'
            FROM generate_series(1, 50000) i
            """;

    @Inject Plans plans;

    @BeforeEach
    void fill() throws SQLException {
        plans.fill(List.of(DEAD_LETTERS));
    }

    @AfterEach
    void empty() throws SQLException {
        plans.close();
    }

    @Test
    void theListIsReadAlongAnIndex() throws SQLException {
        plans.expect(
                "dead_letter_view_by_time",
                DeadLetterResource.listing(),
                Plans.cursor(Instant.now(), Plans.MIDDLE));
    }
}
