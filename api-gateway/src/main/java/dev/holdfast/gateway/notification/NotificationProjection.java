package dev.holdfast.gateway.notification;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.notifications.NotificationFailed;
import dev.holdfast.contracts.notifications.NotificationSent;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.gateway.projection.Column;
import dev.holdfast.gateway.projection.SetBased;
import dev.holdfast.gateway.projection.View;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Keeps what customers were told. What failed may be sent later; what is sent stays sent. */
@ApplicationScoped
class NotificationProjection implements View {

    private static final String UPSERT =
            """
            INSERT INTO notification_view AS v (id, order_id, customer_id, kind, channel, status, reason, sent_at)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
            ON CONFLICT (id) DO UPDATE
            SET customer_id = excluded.customer_id, status = excluded.status, reason = excluded.reason,
                sent_at = excluded.sent_at
            WHERE v.status = 'failed' AND excluded.status = 'sent'
            """;

    private static final List<Column<Told>> COLUMNS =
            List.of(
                    Column.uuid(Told::id),
                    Column.uuid(Told::order),
                    Column.text(Told::customer),
                    Column.text(Told::kind),
                    Column.text(Told::channel),
                    Column.text(Told::status),
                    Column.text(Told::reason),
                    Column.instant(Told::at));

    private final SetBased database;

    NotificationProjection(SetBased database) {
        this.database = database;
    }

    @Override
    public void project(List<Received<Event>> events) {
        var told = new TreeMap<UUID, Told>();
        for (Received<Event> event : events) {
            var at = event.envelope().time();
            switch (event.body()) {
                case NotificationSent sent ->
                        told.merge(sent.notificationId(), Told.of(sent, at), Told::then);
                case NotificationFailed failed ->
                        told.merge(failed.notificationId(), Told.of(failed, at), Told::then);
                default -> {}
            }
        }
        database.write(UPSERT, List.copyOf(told.values()), COLUMNS);
    }

    private record Told(
            UUID id,
            UUID order,
            String customer,
            String kind,
            String channel,
            String status,
            String reason,
            Instant at) {

        private static final String SENT = "sent";

        private static Told of(NotificationSent sent, Instant at) {
            return new Told(
                    sent.notificationId(),
                    sent.orderId(),
                    sent.customerId(),
                    sent.kind(),
                    sent.channel(),
                    SENT,
                    null,
                    at);
        }

        private static Told of(NotificationFailed failed, Instant at) {
            return new Told(
                    failed.notificationId(),
                    failed.orderId(),
                    null,
                    failed.kind(),
                    failed.channel(),
                    "failed",
                    failed.reason(),
                    at);
        }

        private Told then(Told later) {
            return status.equals(SENT) ? this : later;
        }
    }
}
