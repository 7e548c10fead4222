package dev.holdfast.jobs;

import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.message.Trace;
import dev.holdfast.jobs.store.JobJson;
import dev.holdfast.jobs.store.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Where jobs are enqueued and canceled.
 *
 * <p><b>Guarantee.</b> Both are part of the caller's transaction, and refused outside of one: a job
 * exists if and only if the change it belongs to does.
 */
@ApplicationScoped
public class Jobs {

    private static final String ENQUEUE =
            """
            INSERT INTO job (id, queue, kind, priority, run_at, max_attempts, unique_key, input,
                             correlation_id, causation_id, traceparent, schedule)
            VALUES (?, 'default', ?, ?, clock_timestamp() + make_interval(secs => ?), ?, ?, ?::jsonb, ?, ?, ?, ?)
            ON CONFLICT (kind, unique_key) WHERE unique_key IS NOT NULL DO NOTHING
            """;

    // One that waits is made due, so that the next claim ends it: there is only one way to end.
    private static final String CANCEL =
            "UPDATE job SET cancel = true, run_at = least(run_at, clock_timestamp()) WHERE id = ?";

    private final JobStore store;
    private final JobJson json;
    private final Event<JobWaiting> waiting;

    Jobs(JobStore store, JobJson json, Event<JobWaiting> waiting) {
        this.store = store;
        this.json = json;
        this.waiting = waiting;
    }

    /**
     * Enqueues the job, or does nothing if one of its kind waits or runs under its unique key.
     *
     * @return its id, if it was enqueued
     */
    @Transactional(TxType.MANDATORY)
    public Optional<UUID> enqueue(NewJob<?> job) {
        UUID id = MessageIds.next();
        return enqueue(id, job) ? Optional.of(id) : Optional.empty();
    }

    /**
     * Enqueues the job under an id that somebody knows already, or does nothing if one of its kind
     * waits or runs under its unique key.
     *
     * @return whether it was enqueued
     */
    @Transactional(TxType.MANDATORY)
    public boolean enqueue(UUID id, NewJob<?> job) {
        boolean taken = store.ask(connection -> insert(connection, id, job));
        if (taken) {
            waiting.fire(new JobWaiting(job.delay()));
        }
        return taken;
    }

    /**
     * Asks for the job to end: at once if it waits, at its next step if it runs.
     *
     * @return whether there was such a job that had not ended
     */
    @Transactional(TxType.MANDATORY)
    public boolean cancel(UUID id) {
        boolean known =
                store.ask(
                        connection -> {
                            try (var cancel = connection.prepareStatement(CANCEL)) {
                                cancel.setObject(1, id);
                                return cancel.executeUpdate() == 1;
                            }
                        });
        if (known) {
            waiting.fire(new JobWaiting(Duration.ZERO));
        }
        return known;
    }

    private boolean insert(Connection connection, UUID id, NewJob<?> job) throws SQLException {
        try (var insert = connection.prepareStatement(ENQUEUE)) {
            insert.setObject(1, id);
            insert.setString(2, job.kind().name());
            insert.setInt(3, job.priority());
            insert.setDouble(4, job.delay().toMillis() / 1000.0);
            insert.setInt(5, job.kind().maxAttempts());
            insert.setString(6, job.uniqueKey());
            insert.setString(7, json.write(job.input()));
            insert.setObject(8, job.cause().correlationId());
            insert.setObject(9, job.cause().causationId());
            insert.setString(10, Trace.of(job.cause()));
            insert.setString(11, job.schedule());
            return insert.executeUpdate() == 1;
        }
    }
}
