package dev.holdfast.scheduler.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of schedules, in the current transaction. */
@ApplicationScoped
class ScheduleTable {

    private static final String LOCK = "SELECT * FROM schedule WHERE id = ? FOR UPDATE";

    private static final String LOCK_DUE =
            """
            SELECT * FROM schedule
            WHERE next_fire_at <= now()
            ORDER BY next_fire_at
            LIMIT %d
            FOR UPDATE SKIP LOCKED
            """;

    private static final String LOCK_OUTDATED =
            """
            SELECT * FROM schedule
            WHERE next_fire_at > now() AND tzdb < ? AND definition->'timing'->>'cron' IS NOT NULL
            LIMIT %d
            FOR UPDATE SKIP LOCKED
            """;

    private static final String STORE =
            """
            INSERT INTO schedule (id, version, state, definition, defined_at, next_fire_at, tzdb)
            VALUES (?, ?, ?, ?::jsonb, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, state = excluded.state, definition = excluded.definition,
                defined_at = excluded.defined_at, next_fire_at = excluded.next_fire_at, tzdb = excluded.tzdb
            """;

    private static final String UNTIL_NEXT =
            """
            SELECT (extract(epoch FROM min(next_fire_at) - clock_timestamp()) * 1000000)::bigint
            FROM schedule WHERE next_fire_at IS NOT NULL
            """;

    static final int BATCH = 100;

    private final ObjectMapper json;

    ScheduleTable(ObjectMapper json) {
        this.json = json;
    }

    /** The schedule, if there ever was one of this name; nobody else changes it meanwhile. */
    Optional<Schedule> lock(String id) {
        return read(LOCK, select -> select.setString(1, id)).stream().findFirst();
    }

    /** Some that are due and that nobody else has locked. */
    List<Schedule> lockDue() {
        return read(LOCK_DUE.formatted(BATCH), select -> {});
    }

    /** Some whose next time was computed by an older edition of the time zones. */
    List<Schedule> lockOutdated() {
        return read(LOCK_OUTDATED.formatted(BATCH), select -> select.setString(1, Tzdb.version()));
    }

    void store(Schedule schedule) {
        Panache.getSession()
                .doWork(
                        connection -> {
                            try (var store = connection.prepareStatement(STORE)) {
                                store.setString(1, schedule.id());
                                store.setLong(2, schedule.version());
                                store.setString(3, label(schedule.state()));
                                store.setString(4, write(schedule.definition()));
                                store.setObject(5, at(schedule.definedAt()));
                                store.setObject(6, at(schedule.nextFireAt()));
                                store.setString(7, Tzdb.version());
                                store.executeUpdate();
                            }
                        });
    }

    /** When the current transaction began, by the only clock that counts. */
    Instant now() {
        return ask("SELECT now()", row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    /** What that clock shows at this moment, another one each time. */
    Instant moment() {
        return ask(
                "SELECT clock_timestamp()",
                row -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    /** Microseconds until the first is due; null if none is. */
    Long untilNext() {
        return ask(UNTIL_NEXT, row -> row.getObject(1, Long.class));
    }

    static String label(ScheduleState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private List<Schedule> read(String sql, Binding binding) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var select = connection.prepareStatement(sql)) {
                                binding.bind(select);
                                var rows = select.executeQuery();
                                List<Schedule> found = new ArrayList<>();
                                while (rows.next()) {
                                    found.add(schedule(rows));
                                }
                                return found;
                            }
                        });
    }

    private static <T> T ask(String sql, Reading<T> reading) {
        return Panache.getSession()
                .doReturningWork(
                        connection -> {
                            try (var select = connection.prepareStatement(sql)) {
                                var row = select.executeQuery();
                                row.next();
                                return reading.read(row);
                            }
                        });
    }

    private Schedule schedule(ResultSet row) throws SQLException {
        var next = row.getObject("next_fire_at", OffsetDateTime.class);
        return new Schedule(
                row.getString("id"),
                row.getLong("version"),
                ScheduleState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                read(row.getString("definition")),
                row.getObject("defined_at", OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant());
    }

    private String write(ScheduleDefinition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schedule cannot be written as JSON.", e);
        }
    }

    private ScheduleDefinition read(String definition) {
        try {
            return json.readValue(definition, ScheduleDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schedule cannot be read.", e);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
