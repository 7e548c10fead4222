package dev.holdfast.courier.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.operations.DeadLetterSelection;
import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.courier.deadletter.DeadLetterFailure;
import dev.holdfast.courier.deadletter.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of the table {@code redrive}. Each method works in the current transaction. */
@ApplicationScoped
class RedriveTable {

    private static final String BEGIN =
            """
            INSERT INTO redrive (id, selection, dry_run, rate_per_second, requested_by, reason, matched, state,
                                 finished_at)
            VALUES (?, ?::jsonb, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN clock_timestamp() END)
            """;

    private static final String HOLD =
            """
            SELECT id, selection, rate_per_second, requested_by, reason, last_id,
                   told_at < clock_timestamp() - interval '1 second' AS overdue
            FROM redrive WHERE id = ? AND state = 'running' FOR UPDATE
            """;

    private static final String COUNT =
            """
            UPDATE redrive
            SET last_id = ?, redriven = redriven + ?, resolved = resolved + ?, skipped = skipped + ?,
                told_at = CASE WHEN ? THEN clock_timestamp() ELSE told_at END
            WHERE id = ?
            RETURNING redriven, resolved, skipped
            """;

    private static final String FINISH =
            """
            UPDATE redrive SET state = ?, finished_at = clock_timestamp(), canceled_by = ?, cancel_reason = ?
            WHERE id = ? AND state = 'running'
            RETURNING redriven, resolved, skipped
            """;

    private final DataSource database;
    private final ObjectMapper json;

    RedriveTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Notes a redrive that begins; a dry run ends with that. */
    void begin(RedriveDeadLetters wanted, DeadLetterSelection selection, long matched) {
        run(
                BEGIN,
                insert -> {
                    insert.setObject(1, wanted.redriveId());
                    insert.setString(2, write(selection));
                    insert.setBoolean(3, wanted.dryRun());
                    insert.setInt(4, wanted.ratePerSecond());
                    insert.setString(5, wanted.by());
                    insert.setString(6, wanted.reason());
                    insert.setLong(7, matched);
                    insert.setString(8, wanted.dryRun() ? "completed" : "running");
                    insert.setBoolean(9, wanted.dryRun());
                    return insert.executeUpdate();
                });
    }

    /** Holds the redrive until the transaction ends; empty if it does not run any more. */
    Optional<Redrive> hold(UUID id) {
        return run(
                HOLD,
                select -> {
                    select.setObject(1, id);
                    try (ResultSet row = select.executeQuery()) {
                        return row.next() ? Optional.of(redrive(row)) : Optional.empty();
                    }
                });
    }

    /** It has come as far as this letter. */
    Counts count(Redrive redrive, UUID lastId, Tally more) {
        return run(
                COUNT,
                update -> {
                    update.setObject(1, lastId);
                    update.setInt(2, more.redriven());
                    update.setInt(3, more.resolved());
                    update.setInt(4, more.skipped());
                    update.setBoolean(5, redrive.overdue());
                    update.setObject(6, redrive.id());
                    try (ResultSet row = update.executeQuery()) {
                        row.next();
                        return counts(row);
                    }
                });
    }

    /** It is over; empty if it was before. */
    Optional<Counts> finish(UUID id, String state, String by, String reason) {
        return run(
                FINISH,
                update -> {
                    update.setString(1, state);
                    update.setString(2, by);
                    update.setString(3, reason);
                    update.setObject(4, id);
                    try (ResultSet row = update.executeQuery()) {
                        return row.next() ? Optional.of(counts(row)) : Optional.empty();
                    }
                });
    }

    private Redrive redrive(ResultSet row) throws SQLException {
        return new Redrive(
                row.getObject("id", UUID.class),
                read(row.getString("selection")),
                row.getInt("rate_per_second"),
                row.getString("requested_by"),
                row.getString("reason"),
                row.getObject("last_id", UUID.class),
                row.getBoolean("overdue"));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong(1), row.getLong(2), row.getLong(3));
    }

    private String write(DeadLetterSelection selection) {
        try {
            return json.writeValueAsString(selection);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A selection cannot be written as JSON.", e);
        }
    }

    private DeadLetterSelection read(String selection) {
        try {
            return json.readValue(selection, DeadLetterSelection.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A redrive's selection cannot be read.", e);
        }
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new DeadLetterFailure("The redrives could not be read or written.", e);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
