package dev.holdfast.jobs.history;

import dev.holdfast.contracts.scheduler.EndFire;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.outbox.OutboxFailure;
import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.store.JobStore;
import dev.holdfast.jobs.store.JobStoreFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Ends attempts, and with them jobs.
 *
 * <p><b>Guarantee.</b> Only the holder of the newest lease ends a job; everybody else is told so
 * and has changed nothing. An ended job leaves the table and enters the history in one statement.
 */
@ApplicationScoped
public class Endings {

    private static final String END =
            """
            WITH ended AS (
                DELETE FROM job WHERE id = ? AND lease = ? AND state = 1 RETURNING *)
            INSERT INTO job_history (id, queue, kind, outcome, attempts, unique_key, input, checkpoint, error,
                                     correlation_id, enqueued_at, claimed_at)
            SELECT id, queue, kind, ?, attempt, unique_key, input, checkpoint, ?,
                   correlation_id, enqueued_at, claimed_at
            FROM ended
            """;

    private static final String RETRY =
            """
            UPDATE job
            SET state = 0, worker_id = NULL, deadline_at = NULL, error = ?,
                run_at = clock_timestamp() + CASE WHEN cancel THEN interval '0' ELSE make_interval(secs => ?) END
            WHERE id = ? AND lease = ? AND state = 1
            """;

    private final JobStore store;
    private final Outbox outbox;

    Endings(JobStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /**
     * Ends the job. The schedule that started it, if one did, is told in the same transaction.
     *
     * @param error why it failed; null if it did not
     * @return false if the lease is no longer held
     * @throws JobStoreFailure if the database did not carry it out
     */
    public boolean end(LeasedJob job, Outcome outcome, String error) {
        if (job.schedule() == null) {
            return write(job, outcome, error);
        }
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> write(job, outcome, error) && tellSchedule(job));
        } catch (QuarkusTransactionException | OutboxFailure e) {
            throw new JobStoreFailure("The end of the job could not be written.", e);
        }
    }

    private boolean tellSchedule(LeasedJob job) {
        outbox.send(new EndFire(job.schedule(), job.id()), Cause.begin(job.id()));
        return true;
    }

    private boolean write(LeasedJob job, Outcome outcome, String error) {
        return store.ask(
                connection -> {
                    try (var end = connection.prepareStatement(END)) {
                        end.setObject(1, job.id());
                        end.setLong(2, job.lease());
                        end.setString(3, outcome.label());
                        end.setString(4, error);
                        return end.executeUpdate() == 1;
                    }
                });
    }

    /**
     * Ends this attempt; the next may begin after the delay.
     *
     * @return false if the lease is no longer held
     */
    public boolean retry(LeasedJob job, String error, Duration delay) {
        return store.ask(
                connection -> {
                    try (var retry = connection.prepareStatement(RETRY)) {
                        retry.setString(1, error);
                        retry.setDouble(2, delay.toMillis() / 1000.0);
                        retry.setObject(3, job.id());
                        retry.setLong(4, job.lease());
                        return retry.executeUpdate() == 1;
                    }
                });
    }
}
