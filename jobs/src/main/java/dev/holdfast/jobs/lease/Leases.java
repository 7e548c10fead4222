package dev.holdfast.jobs.lease;

import dev.holdfast.jobs.store.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what a worker holds, writes down progress under it, and gives it back. */
@ApplicationScoped
public class Leases {

    private static final String BEAT =
            """
            WITH beat AS (
                INSERT INTO worker (id, node, beat_at) VALUES (?, ?, clock_timestamp())
                ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at)
            SELECT id, lease, cancel FROM job WHERE worker_id = ? AND state = 1
            """;

    private static final String CHECKPOINT =
            "UPDATE job SET checkpoint = ?::jsonb WHERE id = ? AND lease = ? AND state = 1";

    private static final String HAND_BACK =
            """
            UPDATE job
            SET state = 0, worker_id = NULL, deadline_at = NULL, lease = lease + 1, attempt = attempt - 1,
                run_at = clock_timestamp()
            WHERE id = ? AND lease = ? AND state = 1
            """;

    private static final String LEAVE =
            """
            DELETE FROM worker
            WHERE id = ? AND NOT EXISTS (SELECT FROM job WHERE worker_id = worker.id AND state = 1)
            """;

    private final JobStore store;

    Leases(JobStore store) {
        this.store = store;
    }

    /** Says that the worker lives, and returns what it holds. */
    public List<Held> beat(Worker worker) {
        return store.ask(
                connection -> {
                    try (var beat = connection.prepareStatement(BEAT)) {
                        beat.setObject(1, worker.id());
                        beat.setString(2, worker.node());
                        beat.setObject(3, worker.id());
                        ResultSet rows = beat.executeQuery();
                        List<Held> held = new ArrayList<>();
                        while (rows.next()) {
                            held.add(
                                    new Held(
                                            rows.getObject(1, UUID.class),
                                            rows.getLong(2),
                                            rows.getBoolean(3)));
                        }
                        return held;
                    }
                });
    }

    /**
     * Writes how far the job has come, in the current transaction if there is one.
     *
     * @return false if the lease is no longer held, in which case nothing was written
     */
    public boolean checkpoint(LeasedJob job, String json) {
        return store.ask(
                connection -> {
                    try (var checkpoint = connection.prepareStatement(CHECKPOINT)) {
                        checkpoint.setString(1, json);
                        checkpoint.setObject(2, job.id());
                        checkpoint.setLong(3, job.lease());
                        return checkpoint.executeUpdate() == 1;
                    }
                });
    }

    /** Gives the job back as if this attempt had not been; others may take it at once. */
    public boolean handBack(LeasedJob job) {
        return store.ask(
                connection -> {
                    try (var handBack = connection.prepareStatement(HAND_BACK)) {
                        handBack.setObject(1, job.id());
                        handBack.setLong(2, job.lease());
                        return handBack.executeUpdate() == 1;
                    }
                });
    }

    /** Forgets the worker, unless it still holds something. */
    public void leave(Worker worker) {
        store.ask(
                connection -> {
                    try (var leave = connection.prepareStatement(LEAVE)) {
                        leave.setObject(1, worker.id());
                        return leave.executeUpdate();
                    }
                });
    }
}
