package dev.holdfast.gateway.deadletter;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.operations.DeadLetterChange;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps everything that happened to dead letters. */
@ApplicationScoped
class DeadLetterHistory implements View {

    private static final String HAPPENED =
            """
            INSERT INTO dead_letter_change_view (event_id, dead_letter_id, version, at, change, requested_by, reason,
                                                 detail, command_id, tries)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                 ?::text[], ?::uuid[], ?::text[])
            ON CONFLICT DO NOTHING
            """;

    private static final List<Column<Happened>> HAPPENED_COLUMNS =
            List.of(
                    Column.uuid(Happened::eventId),
                    Column.uuid(Happened::letter),
                    Column.bigint(Happened::version),
                    Column.instant(Happened::at),
                    Column.text(Happened::change),
                    Column.text(Happened::by),
                    Column.text(Happened::reason),
                    Column.text(Happened::detail),
                    Column.uuid(Happened::command),
                    Column.text(Happened::tries));

    private final SetBased database;
    private final ObjectMapper json;

    DeadLetterHistory(SetBased database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void project(List<Received<Event>> events) {
        var happened =
                events.stream()
                        .filter(event -> event.body() instanceof DeadLetterChange)
                        .map(event -> Happened.of(event, (DeadLetterChange) event.body(), json))
                        .toList();
        database.write(HAPPENED, happened, HAPPENED_COLUMNS);
    }
}
