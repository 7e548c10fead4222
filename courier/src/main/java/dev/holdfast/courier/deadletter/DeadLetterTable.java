package dev.holdfast.courier.deadletter;

import static dev.holdfast.courier.deadletter.LetterJson.storable;

import dev.holdfast.courier.message.MessageIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The SQL of writing a letter into the table {@code dead_letter}. */
@ApplicationScoped
class DeadLetterTable {

    /**
     * One that was tried again and failed again is dead once more, under its first id: also if it
     * was sent again under another message id. What was given up stays given up.
     */
    private static final String INSERT =
            """
            WITH letter (id, consumer, origin, exchange, address, message_id, type, key, headers, body, reason,
                         detail, history, first_failed_at) AS (
                VALUES (?::uuid, ?, ?, ?, ?, ?::uuid, ?, ?, ?::jsonb, ?::bytea, ?, ?,
                        ?::jsonb || jsonb_build_array(jsonb_build_object(
                            'at', clock_timestamp(), 'change', 'dead', 'reason', ?)), ?::timestamptz)
            ), again AS (
                UPDATE dead_letter d
                SET state = 'dead', dead_at = clock_timestamp(), changed_at = clock_timestamp(),
                    version = d.version + 1, reason = l.reason, detail = l.detail,
                    history = jsonb_path_query_array(d.history || l.history, '$[last - 99 to last]')
                FROM letter l
                WHERE d.sent_as = l.message_id AND d.message_id <> l.message_id AND d.consumer = l.consumer
                  AND d.state IN ('redriven', 'resolved')
                RETURNING d.id, d.version
            ), fresh AS (
                INSERT INTO dead_letter AS d (id, consumer, origin, exchange, address, message_id, type, key, headers,
                                              body, reason, detail, history, first_failed_at)
                SELECT * FROM letter
                WHERE NOT EXISTS (
                    SELECT FROM dead_letter o
                    WHERE o.sent_as = letter.message_id AND o.message_id <> letter.message_id
                      AND o.consumer = letter.consumer)
                ON CONFLICT (consumer, message_id) DO UPDATE
                SET state = 'dead', dead_at = clock_timestamp(), changed_at = clock_timestamp(),
                    version = d.version + 1, headers = excluded.headers, reason = excluded.reason,
                    detail = excluded.detail,
                    history = jsonb_path_query_array(d.history || excluded.history, '$[last - 99 to last]')
                WHERE d.state IN ('redriven', 'resolved')
                RETURNING d.id, d.version
            )
            SELECT id, version FROM again UNION ALL SELECT id, version FROM fresh
            """;

    private final LetterStore store;
    private final LetterJson json;

    DeadLetterTable(LetterStore store, LetterJson json) {
        this.store = store;
        this.json = json;
    }

    /** The letter's row, and how often something happened to it. */
    record Recorded(UUID id, long version) {}

    /**
     * Writes the letter, in the current transaction.
     *
     * @return its row; empty if it is dead already and was not tried again since, or was given up
     */
    Optional<Recorded> insert(DeadLetter letter) {
        return store
                .rows(
                        INSERT,
                        insert -> bind(insert, letter),
                        row -> new Recorded(row.getObject(1, UUID.class), row.getLong(2)))
                .stream()
                .findFirst();
    }

    private void bind(PreparedStatement insert, DeadLetter letter) throws SQLException {
        insert.setObject(1, MessageIds.next());
        insert.setString(2, letter.consumer());
        insert.setString(3, letter.origin().label());
        insert.setString(4, letter.exchange());
        insert.setString(5, storable(letter.address()));
        insert.setObject(6, letter.messageId());
        insert.setString(7, storable(letter.type()));
        insert.setString(8, storable(letter.key()));
        insert.setString(9, json.headers(letter.headers()));
        insert.setBytes(10, letter.body());
        insert.setString(11, letter.reason().code());
        insert.setString(12, storable(letter.detail()));
        insert.setString(13, letter.history());
        insert.setString(14, letter.reason().code());
        insert.setObject(15, letter.firstFailedAt().atOffset(ZoneOffset.UTC));
    }
}
