package dev.holdfast.jobs.retention;

import dev.holdfast.jobs.store.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Drops the inbox's old partitions. Their bounds are UUIDv7, whose first 48 bits are a time, so a
 * partition is old when its upper bound is.
 */
@ApplicationScoped
class OldInboxPartitions {

    private static final Logger LOG = Logger.getLogger(OldInboxPartitions.class);

    private static final String OLD =
            """
            SELECT partition
            FROM (SELECT inhrelid::regclass::text AS partition,
                         substring(pg_get_expr(relpartbound, oid) FROM 'TO \\(''([0-9a-f-]{36})''\\)') AS bound
                  FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                  WHERE inhparent = 'inbox'::regclass) AS inbox
            WHERE ('x' || left(replace(bound, '-', ''), 12))::bit(48)::bigint
                  < extract(epoch FROM now() - make_interval(secs => ?)) * 1000
            ORDER BY bound
            """;

    private final JobStore store;

    OldInboxPartitions(JobStore store) {
        this.store = store;
    }

    /**
     * Drops the partitions that hold only ids from before that.
     *
     * @throws dev.holdfast.jobs.store.JobStoreFailure if the inbox was too busy to be locked for a
     *     moment; to be tried again
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void dropOlderThan(Duration age) {
        List<String> dropped = store.ask(connection -> drop(connection, age));
        dropped.forEach(partition -> LOG.infof("Dropped %s, older than %s.", partition, age));
    }

    private static List<String> drop(Connection connection, Duration age) throws SQLException {
        try (var old = connection.prepareStatement(OLD);
                var statement = connection.createStatement()) {
            old.setDouble(1, age.toSeconds());
            var rows = old.executeQuery();
            List<String> partitions = new ArrayList<>();
            while (rows.next()) {
                partitions.add(rows.getString(1));
            }
            Patience.brief(statement);
            for (String partition : partitions) {
                statement.execute("DROP TABLE " + partition);
            }
            return partitions;
        }
    }
}
