package dev.holdfast.scheduler.schedule;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The times that have come, in the current transaction, of schedules that it has locked. */
@ApplicationScoped
class FireTable {

    private static final String INSERT =
            """
            INSERT INTO schedule_fire (schedule, fire_at, state, command_id) VALUES (?, ?, ?, ?)
            ON CONFLICT (schedule, fire_at) DO NOTHING
            """;

    private static final String PENDING =
            "SELECT command_id FROM schedule_fire WHERE schedule = ? AND state = ? ORDER BY fire_at";

    private static final String END =
            "UPDATE schedule_fire SET state = 'over' WHERE schedule = ? AND command_id = ? AND state = 'open'";

    private static final String OPEN_QUEUED =
            """
            UPDATE schedule_fire SET state = 'open', command_id = ?, decided_at = clock_timestamp()
            WHERE schedule = ? AND state = 'queued'
              AND fire_at = (SELECT min(fire_at) FROM schedule_fire WHERE schedule = ? AND state = 'queued')
            RETURNING fire_at
            """;

    private static final String FORGET_OPEN =
            "UPDATE schedule_fire SET state = 'over' WHERE schedule = ? AND state = 'open'";

    private static final String DROP_QUEUED =
            "UPDATE schedule_fire SET state = 'skipped' WHERE schedule = ? AND state = 'queued'";

    /**
     * Writes down that a time has come.
     *
     * @param command what was sent for it; null if nothing was
     * @return false if it was written down before: then nothing is to be sent
     */
    boolean insert(String schedule, Instant fireAt, String state, UUID command) {
        return change(INSERT, schedule, fireAt.atOffset(ZoneOffset.UTC), state, command) == 1;
    }

    /** The commands of which the jobs have not ended, oldest first. */
    List<UUID> open(String schedule) {
        return read(PENDING, row -> row.getObject(1, UUID.class), schedule, "open");
    }

    int queued(String schedule) {
        return read(PENDING, row -> 1, schedule, "queued").size();
    }

    /** The job has ended; false if that was known. */
    boolean end(String schedule, UUID command) {
        return change(END, schedule, command) == 1;
    }

    /** Takes the first of those that wait. */
    Optional<Instant> openQueued(String schedule, UUID command) {
        return read(
                        OPEN_QUEUED,
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        command,
                        schedule,
                        schedule)
                .stream()
                .findFirst();
    }

    /** Waits no longer for jobs of which nothing was heard. */
    void forgetOpen(String schedule) {
        change(FORGET_OPEN, schedule);
    }

    void dropQueued(String schedule) {
        change(DROP_QUEUED, schedule);
    }

    private static int change(String sql, Object... values) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var statement = connection.prepareStatement(sql)) {
                                for (int i = 0; i < values.length; i++) {
                                    statement.setObject(i + 1, values[i]);
                                }
                                return statement.executeUpdate();
                            }
                        });
    }

    private static <T> List<T> read(String sql, Reading<T> reading, Object... values) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var statement = connection.prepareStatement(sql)) {
                                for (int i = 0; i < values.length; i++) {
                                    statement.setObject(i + 1, values[i]);
                                }
                                var rows = statement.executeQuery();
                                List<T> found = new ArrayList<>();
                                while (rows.next()) {
                                    found.add(reading.read(rows));
                                }
                                return found;
                            }
                        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
