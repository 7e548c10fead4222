package dev.holdfast.gateway.deadletter;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Keeps what services gave up on. */
@ApplicationScoped
class DeadLetterProjection implements View {

    private static final String INSERT =
            """
            INSERT INTO dead_letter_view (id, service, origin, message_id, type, subject, reason, detail, dead_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::timestamptz[])
            ON CONFLICT (id) DO NOTHING
            """;

    private static final List<Column<Dead>> COLUMNS =
            List.of(
                    Column.uuid(dead -> dead.event().deadLetterId()),
                    Column.text(dead -> dead.event().service()),
                    Column.text(dead -> dead.event().origin()),
                    Column.uuid(dead -> dead.event().messageId()),
                    Column.text(dead -> dead.event().type()),
                    Column.text(dead -> dead.event().subject()),
                    Column.text(dead -> dead.event().reason()),
                    Column.text(dead -> dead.event().detail()),
                    Column.instant(Dead::at));

    private final SetBased database;

    DeadLetterProjection(SetBased database) {
        this.database = database;
    }

    @Override
    public void project(List<Received<Event>> events) {
        var dead =
                events.stream()
                        .filter(event -> event.body() instanceof DeadLettered)
                        .map(e -> new Dead((DeadLettered) e.body(), e.envelope().time()))
                        .toList();
        database.write(INSERT, dead, COLUMNS);
    }

    private record Dead(DeadLettered event, Instant at) {}
}
