package dev.holdfast.jobs.retention;

import dev.holdfast.jobs.store.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;

/** Empties the partition of the job history that is to be used next, the oldest of four. */
@ApplicationScoped
class HistoryRing {

    private static final String NEXT_IN_USE =
            """
            SELECT ((extract(epoch FROM clock_timestamp())::bigint / 864000 + 1) % 4)::int
            """;

    private final JobStore store;

    HistoryRing(JobStore store) {
        this.store = store;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void empty() {
        store.ask(HistoryRing::truncateNext);
    }

    private static int truncateNext(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var row = statement.executeQuery(NEXT_IN_USE);
            row.next();
            int slot = row.getInt(1);
            Patience.brief(statement);
            statement.execute("TRUNCATE job_history_" + slot);
            return slot;
        }
    }
}
