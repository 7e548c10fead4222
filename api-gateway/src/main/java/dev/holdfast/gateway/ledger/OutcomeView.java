package dev.holdfast.gateway.ledger;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.contracts.operations.DeadLettersDiscarded;
import dev.holdfast.contracts.operations.RedriveFinished;
import dev.holdfast.contracts.operations.RedriveStarted;
import dev.holdfast.contracts.orders.OrderCanceled;
import dev.holdfast.contracts.orders.OrderDelivered;
import dev.holdfast.contracts.orders.OrderPlaced;
import dev.holdfast.contracts.orders.OrderShipped;
import dev.holdfast.contracts.orders.RefundRequested;
import dev.holdfast.contracts.orders.RestCanceled;
import dev.holdfast.contracts.scheduler.ScheduleChanged;
import dev.holdfast.contracts.scheduler.ScheduleFired;
import dev.holdfast.contracts.stock.ItemDefined;
import dev.holdfast.contracts.stock.StockChanged;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of commands. Each has one kind of event that says that it was carried out, caused by
 * it. A command that was set aside may still be carried out later.
 */
@ApplicationScoped
class OutcomeView implements View {

    private static final String UPSERT =
            """
            INSERT INTO command_outcome AS known (command_id, status, reason, detail, decided_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[]) AS told (id)
            ORDER BY id
            ON CONFLICT (command_id) DO UPDATE
            SET status = excluded.status, reason = excluded.reason, detail = excluded.detail,
                decided_at = excluded.decided_at
            WHERE known.status = 'dead' AND excluded.status <> 'dead'
            """;

    private static final List<Column<Outcome>> COLUMNS =
            List.of(
                    Column.uuid(Outcome::commandId),
                    Column.text(Outcome::status),
                    Column.text(Outcome::reason),
                    Column.text(Outcome::detail),
                    Column.instant(Outcome::decidedAt));

    private final SetBased database;

    OutcomeView(SetBased database) {
        this.database = database;
    }

    @Override
    public void project(List<Received<Event>> events) {
        var outcomes = new LinkedHashMap<UUID, Outcome>();
        for (Received<Event> event : events) {
            outcome(event).ifPresent(told -> outcomes.merge(told.commandId(), told, Outcome::then));
        }
        database.write(UPSERT, List.copyOf(outcomes.values()), COLUMNS);
    }

    private static Optional<Outcome> outcome(Received<Event> event) {
        var envelope = event.envelope();
        return switch (event.body()) {
            case OrderPlaced _,
                    OrderCanceled _,
                    RestCanceled _,
                    OrderShipped _,
                    OrderDelivered _,
                    RefundRequested _,
                    ItemDefined _,
                    RedriveStarted _ ->
                    done(event);
            case RedriveFinished over when over.canceledBy() != null -> done(event);
            case DeadLettersDiscarded gone ->
                    Optional.of(new Outcome(gone.discardId(), "done", null, null, envelope.time()));
            case StockChanged stock when stock.cause().equals("adjusted") -> done(event);
            case ScheduleChanged _, ScheduleFired _ -> done(event);
            case CommandRefused refused ->
                    Optional.of(
                            new Outcome(
                                    refused.commandId(),
                                    "refused",
                                    refused.reason(),
                                    refused.detail(),
                                    envelope.time()));
            case DeadLettered dead when dead.origin().equals("queue") && dead.messageId() != null ->
                    Optional.of(
                            new Outcome(
                                    dead.messageId(),
                                    Outcome.DEAD,
                                    dead.reason(),
                                    null,
                                    envelope.time()));
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> done(Received<Event> event) {
        var envelope = event.envelope();
        return Optional.ofNullable(envelope.causationId())
                .map(command -> new Outcome(command, "done", null, null, envelope.time()));
    }

    private record Outcome(
            UUID commandId, String status, String reason, String detail, Instant decidedAt) {

        private static final String DEAD = "dead";

        private Outcome then(Outcome later) {
            return status.equals(DEAD) ? later : this;
        }
    }
}
