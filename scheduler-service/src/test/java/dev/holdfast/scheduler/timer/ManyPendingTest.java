package dev.holdfast.scheduler.timer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.scheduler.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Timers that wait cost nothing: what fires reads the index from its beginning, and no more. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class ManyPendingTest {

    @Inject DataSource database;

    @Test
    void firing_reads_only_what_is_due() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    """
                    INSERT INTO timer (id, state, due_at)
                    SELECT 'pending-' || n, 'pending', '9000-01-01'::timestamptz + n * interval '1 second'
                    FROM generate_series(1, 600000) AS n
                    """);
            statement.execute("ANALYZE timer");
            var plan = new StringBuilder();
            var rows = statement.executeQuery("EXPLAIN " + Firing.FIRE);
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            connection.rollback();

            assertTrue(
                    plan.toString().contains("Index Scan using timer_due on timer"),
                    plan::toString);
            assertFalse(plan.toString().contains("Seq Scan on timer"), plan::toString);
        }
    }
}
