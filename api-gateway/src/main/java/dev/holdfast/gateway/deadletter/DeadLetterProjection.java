package dev.holdfast.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.operations.DeadLetterChange;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;

/**
 * Keeps what services gave up on, and the messages. What happened to one letter is counted, so a
 * letter is as the highest count says, in whatever order that is told.
 */
@ApplicationScoped
class DeadLetterProjection implements View {

    private static final String DIED =
            """
            INSERT INTO dead_letter_view AS v (id, service, origin, address, message_id, type, subject, reason, detail,
                                               version, first_failed_at, dead_at, changed_at)
            SELECT id, service, origin, address, message_id, type, subject, reason, detail, version, first_failed_at,
                   at, at
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[])
                 AS d (id, service, origin, address, message_id, type, subject, reason, detail, version,
                       first_failed_at, at)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE
            SET state = 'dead', version = excluded.version, reason = excluded.reason, detail = excluded.detail,
                dead_at = excluded.dead_at, changed_at = excluded.changed_at
            WHERE excluded.version > v.version
            """;

    private static final String MESSAGE =
            """
            INSERT INTO dead_letter_message_view AS v (id, version, headers, payload, payload_bytes, payload_whole)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::boolean[]) AS d (id)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, headers = excluded.headers, payload = excluded.payload,
                payload_bytes = excluded.payload_bytes, payload_whole = excluded.payload_whole
            WHERE excluded.version > v.version
            """;

    private static final String MOVED =
            """
            UPDATE dead_letter_view v SET state = m.change, version = m.version, changed_at = m.at
            FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[]) AS m (id, version, change, at)
            WHERE v.id = m.id AND v.version < m.version
            """;

    private static final List<Column<Happened>> MOVED_COLUMNS =
            List.of(
                    Column.uuid(Happened::letter),
                    Column.bigint(Happened::version),
                    Column.text(Happened::change),
                    Column.instant(Happened::at));

    private static final List<Column<Dead>> DIED_COLUMNS =
            List.of(
                    Column.uuid(dead -> dead.event().deadLetterId()),
                    Column.text(dead -> dead.event().service()),
                    Column.text(dead -> dead.event().origin()),
                    Column.text(dead -> dead.event().address()),
                    Column.uuid(dead -> dead.event().messageId()),
                    Column.text(dead -> dead.event().type()),
                    Column.text(dead -> dead.event().subject()),
                    Column.text(dead -> dead.event().reason()),
                    Column.text(dead -> dead.event().detail()),
                    Column.bigint(Dead::version),
                    Column.instant(dead -> dead.event().firstFailedAt()),
                    Column.instant(Dead::at));

    private final SetBased database;
    private final ObjectMapper json;

    DeadLetterProjection(SetBased database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void project(List<Received<Event>> events) {
        Map<UUID, Dead> dead = new TreeMap<>();
        Map<UUID, Happened> last = new TreeMap<>();
        for (Received<Event> event : events) {
            if (event.body() instanceof DeadLetterChange change) {
                var happened = Happened.of(event, change, json);
                last.merge(happened.letter(), happened, later());
                if (change instanceof DeadLettered died) {
                    dead.merge(
                            died.deadLetterId(),
                            new Dead(died, happened.version(), happened.at()),
                            Dead::later);
                }
            }
        }
        database.write(DIED, List.copyOf(dead.values()), DIED_COLUMNS);
        database.write(
                MESSAGE,
                dead.values().stream().filter(letter -> letter.event().payload() != null).toList(),
                messageColumns());
        database.write(MOVED, List.copyOf(last.values()), MOVED_COLUMNS);
    }

    private static BinaryOperator<Happened> later() {
        return (one, other) -> other.version() > one.version() ? other : one;
    }

    private List<Column<Dead>> messageColumns() {
        return List.of(
                Column.uuid(dead -> dead.event().deadLetterId()),
                Column.bigint(Dead::version),
                Column.text(dead -> headers(dead.event().headers())),
                Column.text(dead -> dead.event().payload().text()),
                Column.bigint(dead -> dead.event().payload().bytes()),
                new Column<>("boolean", dead -> dead.event().payload().whole()));
    }

    private String headers(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers == null ? Map.of() : headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as such.", e);
        }
    }

    private record Dead(DeadLettered event, long version, Instant at) {

        private Dead later(Dead other) {
            return other.version > version ? other : this;
        }
    }
}
