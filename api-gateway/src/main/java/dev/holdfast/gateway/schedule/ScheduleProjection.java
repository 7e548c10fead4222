package dev.holdfast.gateway.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.scheduler.ScheduleChanged;
import dev.holdfast.contracts.scheduler.ScheduleFired;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;

/** Keeps the schedules of the view up to their events. */
@ApplicationScoped
class ScheduleProjection implements View {

    private static final String UPSERT =
            """
            INSERT INTO schedule_view AS v (name, version, state, definition, defined_at, next_fire_at,
                                            last_fire_at, last_outcome, updated_at)
            SELECT name, version, coalesce(state, 'active'), definition::jsonb, defined_at, next_fire_at,
                   last_fire_at, last_outcome, updated_at
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                        ?::timestamptz[], ?::text[], ?::timestamptz[])
                 AS e (name, version, state, definition, defined_at, next_fire_at, last_fire_at, last_outcome, updated_at)
            ON CONFLICT (name) DO UPDATE
            SET version = greatest(excluded.version, v.version),
                state = CASE WHEN excluded.version > v.version THEN excluded.state ELSE v.state END,
                definition = CASE WHEN excluded.version > v.version THEN excluded.definition ELSE v.definition END,
                defined_at = CASE WHEN excluded.version > v.version THEN excluded.defined_at ELSE v.defined_at END,
                next_fire_at = excluded.next_fire_at,
                last_fire_at = greatest(excluded.last_fire_at, v.last_fire_at),
                last_outcome = CASE WHEN excluded.last_fire_at >= coalesce(v.last_fire_at, '-infinity')
                                    THEN excluded.last_outcome ELSE v.last_outcome END,
                updated_at = greatest(excluded.updated_at, v.updated_at)
            WHERE excluded.version > v.version
               OR excluded.last_fire_at >= coalesce(v.last_fire_at, '-infinity') AND excluded.version IN (0, v.version)
            """;

    private final SetBased database;
    private final List<Column<ScheduleChange>> columns;

    ScheduleProjection(SetBased database, ObjectMapper json) {
        this.database = database;
        this.columns = columns(json);
    }

    @Override
    public void project(List<Received<Event>> events) {
        var changes = new TreeMap<String, ScheduleChange>();
        for (Received<Event> event : events) {
            var version = event.envelope().sequence();
            var at = event.envelope().time();
            switch (event.body()) {
                case ScheduleChanged told ->
                        changes.compute(
                                told.schedule(),
                                (name, change) -> begun(name, change).then(told, version, at));
                case ScheduleFired told ->
                        changes.compute(
                                told.schedule(),
                                (name, change) -> begun(name, change).then(told, at));
                default -> {}
            }
        }
        database.write(UPSERT, List.copyOf(changes.values()), columns);
    }

    private static ScheduleChange begun(String name, ScheduleChange change) {
        return change == null ? ScheduleChange.of(name) : change;
    }

    private static List<Column<ScheduleChange>> columns(ObjectMapper json) {
        return List.of(
                Column.text(ScheduleChange::name),
                Column.bigint(ScheduleChange::version),
                Column.text(c -> c.changed() == null ? null : c.changed().state()),
                Column.text(c -> c.changed() == null ? null : definition(json, c.changed())),
                Column.instant(c -> c.changed() == null ? null : c.changed().definedAt()),
                Column.instant(ScheduleChange::nextFireAt),
                Column.instant(c -> c.fired() == null ? null : c.fired().fireAt()),
                Column.text(c -> c.fired() == null ? null : c.fired().outcome()),
                Column.instant(ScheduleChange::updatedAt));
    }

    private static String definition(ObjectMapper json, ScheduleChanged changed) {
        try {
            return json.writeValueAsString(changed.definition());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schedule cannot be written as JSON.", e);
        }
    }
}
