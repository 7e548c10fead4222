package dev.holdfast.jobs.retention;

import dev.holdfast.jobs.store.JobStore;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets workers that have not beaten for a day and hold nothing: rows of killed processes. */
@ApplicationScoped
class DeadWorkers {

    private static final String FORGET =
            """
            DELETE FROM worker
            WHERE beat_at < now() - interval '1 day'
              AND NOT EXISTS (SELECT FROM job WHERE worker_id = worker.id AND state = 1)
            """;

    private final JobStore store;

    DeadWorkers(JobStore store) {
        this.store = store;
    }

    void forget() {
        store.ask(
                connection -> {
                    try (var forget = connection.prepareStatement(FORGET)) {
                        return forget.executeUpdate();
                    }
                });
    }
}
