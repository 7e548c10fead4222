package dev.holdfast.scheduler.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.scheduler.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class TimerRetentionTest {

    @Inject TimerRetention retention;
    @Inject DataSource database;

    @Test
    void only_what_ended_long_ago_is_forgotten() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO timer (id, state, due_at, fire_address, fire_type, fire_key, fire_body,
                                       correlation_id, command_id, ended_at)
                    SELECT 'old:' || n, 'fired', now() - interval '15 days', 'a', 't', 'k', '{}',
                           gen_random_uuid(), gen_random_uuid(), now() - interval '15 days'
                    FROM generate_series(1, 6000) n
                    UNION ALL
                    SELECT 'kept:canceled', 'canceled', NULL, NULL, NULL, NULL, NULL,
                           NULL, NULL, now() - interval '13 days'
                    UNION ALL
                    SELECT 'kept:pending', 'pending', now() + interval '1 day', 'a', 't', 'k', '{}',
                           gen_random_uuid(), NULL, NULL
                    """);

            retention.forgetOld();

            var rows =
                    statement.executeQuery(
                            """
                            SELECT count(*) FILTER (WHERE id LIKE 'old:%'), count(*) FILTER (WHERE id LIKE 'kept:%')
                            FROM timer
                            """);
            rows.next();
            assertEquals(0, rows.getInt(1));
            assertEquals(2, rows.getInt(2));
        }
    }
}
