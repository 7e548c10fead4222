package dev.holdfast.gateway.timeline;

import dev.holdfast.contracts.Event;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes down what happens to orders. */
@ApplicationScoped
class TimelineView implements View {

    private static final String INSERT =
            """
            INSERT INTO timeline (order_id, event_id, at, type, source, sequence, detail)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::bigint[], ?::text[])
            ON CONFLICT (order_id, event_id) DO NOTHING
            """;

    private static final List<Column<Happening>> COLUMNS =
            List.of(
                    Column.uuid(Happening::order),
                    Column.uuid(Happening::eventId),
                    Column.instant(Happening::at),
                    Column.text(Happening::type),
                    Column.text(Happening::source),
                    Column.bigint(Happening::sequence),
                    Column.text(Happening::detail));

    private final SetBased database;

    TimelineView(SetBased database) {
        this.database = database;
    }

    @Override
    public void project(List<Received<Event>> events) {
        database.write(INSERT, events.stream().flatMap(Happening::in).toList(), COLUMNS);
    }
}
