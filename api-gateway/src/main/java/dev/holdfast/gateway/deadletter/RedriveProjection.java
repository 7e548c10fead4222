package dev.holdfast.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.operations.RedriveFinished;
import dev.holdfast.contracts.operations.RedriveProgressed;
import dev.holdfast.contracts.operations.RedriveStarted;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps how far redrives have come. Their figures only grow, and what is finished stays so. */
@ApplicationScoped
class RedriveProjection implements View {

    private static final String STARTED =
            """
            INSERT INTO redrive_view (id, service, state, selection, dry_run, rate_per_second, requested_by, reason,
                                      matched, first, started_at, updated_at, finished_at)
            SELECT id, service, CASE WHEN dry_run THEN 'completed' ELSE 'running' END, selection, dry_run, rate, by,
                   reason, matched, first, at, at, CASE WHEN dry_run THEN at END
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::integer[], ?::text[], ?::text[], ?::bigint[],
                        ?::text[], ?::timestamptz[])
                 AS r (id, service, selection, dry_run, rate, by, reason, matched, first, at)
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String MOVED =
            """
            UPDATE redrive_view v
            SET state = coalesce(m.state, v.state), redriven = m.redriven, resolved = m.resolved, skipped = m.skipped,
                updated_at = m.at, finished_at = CASE WHEN m.state IS NOT NULL THEN m.at END,
                canceled_by = m.canceled_by, cancel_reason = m.cancel_reason
            FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                        ?::timestamptz[])
                 AS m (id, state, redriven, resolved, skipped, canceled_by, cancel_reason, at)
            WHERE v.id = m.id AND v.state = 'running'
              AND (m.state IS NOT NULL
                   OR m.redriven + m.resolved + m.skipped > v.redriven + v.resolved + v.skipped)
            """;

    private static final List<Column<Moved>> MOVED_COLUMNS =
            List.of(
                    Column.uuid(Moved::id),
                    Column.text(Moved::state),
                    Column.bigint(Moved::redriven),
                    Column.bigint(Moved::resolved),
                    Column.bigint(Moved::skipped),
                    Column.text(Moved::canceledBy),
                    Column.text(Moved::cancelReason),
                    Column.instant(Moved::at));

    private final SetBased database;
    private final List<Column<Started>> startedColumns;

    RedriveProjection(SetBased database, ObjectMapper json) {
        this.database = database;
        this.startedColumns = startedColumns(json);
    }

    @Override
    public void project(List<Received<Event>> events) {
        List<Started> started = new ArrayList<>();
        Map<UUID, Moved> moved = new TreeMap<>();
        for (Received<Event> event : events) {
            Instant at = event.envelope().time();
            switch (event.body()) {
                case RedriveStarted told -> started.add(new Started(told, at));
                case RedriveProgressed told ->
                        moved.merge(told.redriveId(), Moved.of(told, at), Moved::then);
                case RedriveFinished told ->
                        moved.merge(told.redriveId(), Moved.of(told, at), Moved::then);
                default -> {}
            }
        }
        database.write(STARTED, started, startedColumns);
        database.write(MOVED, List.copyOf(moved.values()), MOVED_COLUMNS);
    }

    private static List<Column<Started>> startedColumns(ObjectMapper json) {
        return List.of(
                Column.uuid(started -> started.event().redriveId()),
                Column.text(started -> started.event().service()),
                Column.text(
                        started -> write(json, Redrive.Selection.of(started.event().selection()))),
                new Column<>("boolean", started -> started.event().dryRun()),
                Column.integer(started -> started.event().ratePerSecond()),
                Column.text(started -> started.event().by()),
                Column.text(started -> started.event().reason()),
                Column.bigint(started -> started.event().matched()),
                Column.text(started -> write(json, started.event().first())),
                Column.instant(Started::at));
    }

    private static String write(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as such.", e);
        }
    }

    private record Started(RedriveStarted event, Instant at) {}

    /**
     * How far one has come.
     *
     * @param state null if it runs on
     */
    private record Moved(
            UUID id,
            String state,
            long redriven,
            long resolved,
            long skipped,
            String canceledBy,
            String cancelReason,
            Instant at) {

        private static Moved of(RedriveProgressed told, Instant at) {
            return new Moved(
                    told.redriveId(),
                    null,
                    told.redriven(),
                    told.resolved(),
                    told.skipped(),
                    null,
                    null,
                    at);
        }

        private static Moved of(RedriveFinished told, Instant at) {
            return new Moved(
                    told.redriveId(),
                    told.state(),
                    told.redriven(),
                    told.resolved(),
                    told.skipped(),
                    told.canceledBy(),
                    told.cancelReason(),
                    at);
        }

        private Moved then(Moved later) {
            return state == null ? later : this;
        }
    }
}
