package dev.holdfast.jobs.claim;

import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.lease.Worker;
import dev.holdfast.jobs.store.JobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Claims jobs: those that are due, and those that a dead worker holds.
 *
 * <p><b>Guarantee.</b> A job has one holder at a time, the one that knows its newest lease:
 * claiming and taking over both raise it, so that what an earlier holder still writes is refused.
 * The beat that keeps the claim is written by the statement that claims, so a held job always has a
 * worker.
 */
@ApplicationScoped
public class Claims {

    // The inner limit is written out: as a parameter, the planner would guess it far too high.
    private static final String DUE =
            """
            due AS MATERIALIZED (
                SELECT next.id
                FROM generate_series(0, 3) AS urgency(priority)
                CROSS JOIN LATERAL (
                    SELECT id FROM job
                    WHERE queue = 'default' AND state = 0 AND priority = urgency.priority
                      AND run_at <= now() AND kind = ANY (?)
                    ORDER BY run_at, id
                    LIMIT %d
                    FOR UPDATE SKIP LOCKED) AS next
                LIMIT ?
            )""";

    // A join, not NOT EXISTS: a row that somebody took over meanwhile must no longer match.
    private static final String ABANDONED =
            """
            abandoned AS MATERIALIZED (
                SELECT job.id
                FROM job JOIN worker ON worker.id = job.worker_id
                WHERE job.state = 1 AND job.kind = ANY (?)
                  AND (worker.beat_at < now() - make_interval(secs => ?) OR job.deadline_at < now())
                ORDER BY job.id
                LIMIT ?
                FOR UPDATE OF job SKIP LOCKED
            )""";

    private static final String CLAIM =
            """
            , claimed AS (
                UPDATE job
                SET state = 1, attempt = attempt + 1, lease = lease + 1, worker_id = ?,
                    claimed_at = clock_timestamp(), deadline_at = clock_timestamp() + make_interval(secs => known.seconds)
                FROM wanted, unnest(?::text[], ?::float8[]) AS known(kind, seconds)
                WHERE job.id = wanted.id AND job.kind = known.kind
                RETURNING job.*, wanted.taken_over
            ), beat AS (
                INSERT INTO worker (id, node, beat_at)
                SELECT ?, ?, clock_timestamp() WHERE EXISTS (SELECT FROM claimed)
                ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at
            )
            SELECT id, kind, lease, attempt, max_attempts, cancel, taken_over, input, checkpoint, traceparent, schedule
            FROM claimed ORDER BY priority, run_at, id
            """;

    private static final String CLAIM_DUE =
            "WITH " + DUE + ", wanted AS (SELECT id, false AS taken_over FROM due)" + CLAIM;

    private static final String CLAIM_ALL =
            "WITH "
                    + ABANDONED
                    + ", "
                    + DUE
                    + """
                    , wanted AS MATERIALIZED (
                        SELECT id, true AS taken_over FROM abandoned UNION ALL SELECT id, false FROM due LIMIT ?
                    )"""
                    + CLAIM;

    private final JobStore store;
    private final Kinds kinds;
    private final Duration deadAfter;
    private final String claimDue;
    private final String claimAll;

    Claims(
            JobStore store,
            Kinds kinds,
            @ConfigProperty(name = "holdfast.jobs.dead-after") Duration deadAfter,
            @ConfigProperty(name = "holdfast.jobs.at-once") int atOnce) {
        this.store = store;
        this.kinds = kinds;
        this.deadAfter = deadAfter;
        this.claimDue = CLAIM_DUE.formatted(atOnce);
        this.claimAll = CLAIM_ALL.formatted(atOnce);
    }

    /** Claims up to so many jobs that are due, the most urgent first. */
    public List<LeasedJob> claimDue(Worker worker, int atMost) {
        return store.ask(
                connection -> {
                    try (var claim = connection.prepareStatement(claimDue)) {
                        claim.setArray(1, names(connection));
                        claim.setInt(2, atMost);
                        return claim(connection, claim, 3, worker);
                    }
                });
    }

    /**
     * Claims up to so many jobs whose worker is dead or that ran past their deadline, then such as
     * are due.
     */
    public List<LeasedJob> claimAll(Worker worker, int atMost) {
        return store.ask(
                connection -> {
                    try (var claim = connection.prepareStatement(claimAll)) {
                        claim.setArray(1, names(connection));
                        claim.setDouble(2, deadAfter.toMillis() / 1000.0);
                        claim.setInt(3, atMost);
                        claim.setArray(4, names(connection));
                        claim.setInt(5, atMost);
                        claim.setInt(6, atMost);
                        return claim(connection, claim, 7, worker);
                    }
                });
    }

    private List<LeasedJob> claim(
            Connection connection, PreparedStatement claim, int next, Worker worker)
            throws SQLException {
        claim.setObject(next, worker.id());
        claim.setArray(next + 1, names(connection));
        claim.setArray(next + 2, connection.createArrayOf("float8", kinds.deadlines()));
        claim.setObject(next + 3, worker.id());
        claim.setString(next + 4, worker.node());
        try (ResultSet rows = claim.executeQuery()) {
            List<LeasedJob> claimed = new ArrayList<>();
            while (rows.next()) {
                claimed.add(read(rows));
            }
            return claimed;
        }
    }

    private Array names(Connection connection) throws SQLException {
        return connection.createArrayOf("text", kinds.names());
    }

    private static LeasedJob read(ResultSet row) throws SQLException {
        return new LeasedJob(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getLong("lease"),
                row.getInt("attempt"),
                row.getInt("max_attempts"),
                row.getBoolean("cancel"),
                row.getBoolean("taken_over"),
                row.getString("input"),
                row.getString("checkpoint"),
                row.getString("traceparent"),
                row.getString("schedule"));
    }
}
