package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;

/** How many letters are dead, and how many were sent again and have not been answered. */
@ApplicationScoped
class KeptLetters {

    private static final Logger LOG = Logger.getLogger(KeptLetters.class);

    private static final String COUNT =
            """
            SELECT state, reason, count(*) FROM dead_letter WHERE state = 'dead' GROUP BY 1, 2
            UNION ALL
            SELECT state, reason, count(*) FROM dead_letter WHERE state = 'redriven' GROUP BY 1, 2
            """;

    private final LetterStore store;
    private final MultiGauge kept;

    KeptLetters(LetterStore store, MeterRegistry meters) {
        this.store = store;
        this.kept =
                MultiGauge.builder("holdfast.deadletters.kept")
                        .description("Dead letters that are not resolved, by state and reason.")
                        .register(meters);
    }

    @Scheduled(
            every = "{holdfast.deadletters.count-every}",
            identity = "dead-letters-kept",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        try {
            List<Row<?>> rows = store.rows(COUNT, _ -> {}, KeptLetters::row);
            kept.register(rows, true);
        } catch (DeadLetterFailure e) {
            if (Classify.of(e) != FailureClass.DATABASE_DOWN) {
                throw e;
            }
            LOG.debugf("Dead letters are not counted: %s", e.getMessage());
        }
    }

    private static Row<?> row(ResultSet row) throws SQLException {
        var tags = Tags.of("state", row.getString(1), "reason", row.getString(2));
        return Row.of(tags, row.getLong(3));
    }
}
