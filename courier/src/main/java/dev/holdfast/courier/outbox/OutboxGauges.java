package dev.holdfast.courier.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Shows how full the outbox is: relayed messages too, since they stay for the repair horizon. */
@ApplicationScoped
class OutboxGauges {

    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);

    /** Rows as the statistics have them: counting would read the table. */
    private static final String FIGURES =
            """
            SELECT (SELECT coalesce(sum(greatest(reltuples, 0)), 0)::bigint
                    FROM pg_class JOIN pg_inherits ON inhrelid = oid
                    WHERE inhparent = 'outbox'::regclass) AS rows,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - recorded_at)::bigint
                             FROM outbox ORDER BY seq LIMIT 1), 0) AS seconds
            """;

    private final DataSource database;
    private final AtomicLong rows;
    private final AtomicLong seconds;

    OutboxGauges(DataSource database, MeterRegistry meters) {
        this.database = database;
        this.rows = meters.gauge("holdfast.outbox.rows", new AtomicLong());
        this.seconds = meters.gauge("holdfast.outbox.oldest.seconds", new AtomicLong());
    }

    @Scheduled(
            identity = "outbox-gauges",
            every = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIGURES);
                ResultSet row = select.executeQuery()) {
            row.next();
            rows.set(row.getLong("rows"));
            seconds.set(row.getLong("seconds"));
        } catch (SQLException e) {
            LOG.debugf("The outbox is not measured: %s", e.getMessage());
        }
    }
}
