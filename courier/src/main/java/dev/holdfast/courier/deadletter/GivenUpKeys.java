package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.message.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keys that have been parked for too long: too often tried, or for too long a time. The record at
 * the head of the line becomes a dead letter, so that somebody looks; the key is tried on.
 */
@ApplicationScoped
class GivenUpKeys {

    private static final String FIND =
            """
            SELECT k.consumer, k.topic, k.key, k.reason, k.detail, k.attempts, k.parked_at,
                   m.message_id, m.headers, m.body
            FROM parked_key k
            CROSS JOIN LATERAL (
                SELECT message_id, headers, body FROM parked_message p
                WHERE (p.consumer, p.topic, p.key) = (k.consumer, k.topic, k.key)
                ORDER BY p.sequence, p.pos LIMIT 1) m
            LEFT JOIN dead_letter d ON d.consumer = k.consumer AND d.message_id = m.message_id
            WHERE (k.attempts >= ? OR k.parked_at < clock_timestamp() - make_interval(secs => ?))
              AND (d.id IS NULL OR d.state = 'resolved'
                   OR d.state = 'redriven'
                      AND (k.attempts >= ? OR d.changed_at < clock_timestamp() - make_interval(secs => ?)))
            LIMIT 100
            """;

    private final LetterStore store;
    private final LetterJson json;
    private final int attempts;
    private final Duration within;

    GivenUpKeys(
            LetterStore store,
            LetterJson json,
            @ConfigProperty(name = "holdfast.parking.dead-after-attempts") int attempts,
            @ConfigProperty(name = "holdfast.parking.dead-after") Duration within) {
        this.store = store;
        this.json = json;
        this.attempts = attempts;
        this.within = within;
    }

    /** The heads of such lines that are not known as dead. */
    List<DeadLetter> find() {
        double seconds = within.toMillis() / 1000.0;
        return store.rows(
                FIND,
                select -> {
                    select.setInt(1, attempts);
                    select.setDouble(2, seconds);
                    select.setInt(3, attempts);
                    select.setDouble(4, seconds);
                },
                this::letter);
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        var headers = json.headers(row.getString("headers"));
        String correlation = headers.get("ce_correlationid");
        UUID id = row.getObject("message_id", UUID.class);
        return new DeadLetter(
                row.getString("consumer"),
                Origin.TOPIC,
                row.getString("topic"),
                id,
                headers.get("ce_type"),
                row.getString("key"),
                headers,
                row.getBytes("body"),
                Reason.PARKED,
                "%s, tried %d times: %s"
                        .formatted(
                                row.getString("reason"),
                                row.getInt("attempts"),
                                row.getString("detail")),
                "[]",
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                correlation == null
                        ? Cause.begin(id)
                        : new Cause(UUID.fromString(correlation), id));
    }
}
