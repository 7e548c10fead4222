package dev.holdfast.courier.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The line behind a parked key, as a dead letter of a topic sees it. Each method works in the
 * current transaction and holds the key until that ends, so that the prober is not at it meanwhile
 * and what is found out about the line stays true.
 */
@ApplicationScoped
class WaitingLine {

    private static final String PARK =
            """
            INSERT INTO parked_key (consumer, topic, key, reason, detail, retry_at)
            VALUES (?, ?, ?, 'redriven', 'A dead letter of this key is tried again.', clock_timestamp())
            ON CONFLICT (consumer, topic, key) DO UPDATE SET attempts = 0, retry_at = clock_timestamp()
            """;

    private static final String JOIN =
            """
            INSERT INTO parked_message (consumer, topic, key, message_id, sequence, headers, body)
            SELECT consumer, address, key, message_id, (headers ->> 'ce_sequence')::bigint, headers, body
            FROM dead_letter WHERE id = ?
            """;

    private static final String TRY_NOW =
            """
            UPDATE parked_key SET attempts = 0, retry_at = clock_timestamp()
            WHERE consumer = ? AND topic = ? AND key = ?
            """;

    private static final String WAITS =
            """
            SELECT 1 FROM parked_message WHERE consumer = ? AND topic = ? AND key = ? AND message_id = ?
            """;

    /** Its version counts as handled: else those behind it would wait for it for ever. */
    private static final String LEAVE =
            """
            WITH gone AS (
                DELETE FROM parked_message WHERE consumer = ? AND topic = ? AND key = ? AND message_id = ?
                RETURNING consumer, topic, key, sequence
            ), skipped AS (
                INSERT INTO handled_version AS v (consumer, topic, key, sequence)
                SELECT * FROM gone WHERE sequence IS NOT NULL
                ON CONFLICT (consumer, topic, key) DO UPDATE SET sequence = excluded.sequence
                WHERE v.sequence < excluded.sequence
            )
            SELECT 1 FROM gone
            """;

    private final LetterStore store;

    WaitingLine(LetterStore store) {
        this.store = store;
    }

    /** Has a record that was never in line wait behind its key, and the key be tried now. */
    void join(HeldLetter letter) {
        store.change(PARK, park -> key(park, letter));
        store.change(JOIN, join -> join.setObject(1, letter.id()));
    }

    /**
     * Has the key be tried now.
     *
     * @return whether the record waits behind it; if not, it went through meanwhile
     */
    boolean hurry(HeldLetter letter) {
        store.change(TRY_NOW, update -> key(update, letter));
        return !store.rows(WAITS, select -> record(select, letter), row -> true).isEmpty();
    }

    /**
     * Takes the record out of the line, so that those behind it go on.
     *
     * @return whether it was in line; if not, it went through meanwhile
     */
    boolean leave(HeldLetter letter) {
        store.change(TRY_NOW, update -> key(update, letter));
        return !store.rows(LEAVE, delete -> record(delete, letter), row -> true).isEmpty();
    }

    private static void record(PreparedStatement statement, HeldLetter letter) throws SQLException {
        key(statement, letter);
        statement.setObject(4, letter.messageId());
    }

    private static void key(PreparedStatement statement, HeldLetter letter) throws SQLException {
        statement.setString(1, letter.consumer());
        statement.setString(2, letter.address());
        statement.setString(3, letter.key());
    }
}
