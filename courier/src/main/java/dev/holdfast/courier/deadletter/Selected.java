package dev.holdfast.courier.deadletter;

import dev.holdfast.contracts.operations.DeadLetterSelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The dead letters of a selection, in the order in which they first died: their ids are UUIDv7 and
 * stay the same when they die again, so whoever goes through them never meets one twice.
 */
@ApplicationScoped
public class Selected {

    private static final String MATCHING =
            """
            FROM dead_letter
            WHERE state = 'dead'
              AND (?::uuid[] IS NULL OR id = ANY (?))
              AND (?::text IS NULL OR type = ?)
              AND (?::text IS NULL OR reason = ?)
              AND (?::text IS NULL OR address = ?)
              AND (?::text IS NULL OR key = ?)
              AND (?::timestamptz IS NULL OR dead_at >= ?)
              AND (?::timestamptz IS NULL OR dead_at < ?)
            """;

    private static final String COUNT = "SELECT count(*) " + MATCHING;

    private static final String FIRST = "SELECT id " + MATCHING + " ORDER BY id LIMIT ?";

    private static final String LETTERS =
            """
            SELECT id, consumer, origin, exchange, address, message_id, type, key, headers, body,
                   reason, sent_as, first_failed_at
            """;

    /** Waits for who holds one, and then leaves it out if it is not dead any more. */
    private static final String HOLD =
            LETTERS + MATCHING + " AND id > ? ORDER BY id LIMIT ? FOR UPDATE";

    private static final String HOLD_REDRIVEN =
            LETTERS
                    + """
                    FROM dead_letter WHERE id = ANY (?) AND state = 'redriven' ORDER BY id FOR UPDATE
                    """;

    private static final String NOW = "SELECT clock_timestamp()";

    private final LetterStore store;
    private final LetterJson json;

    Selected(LetterStore store, LetterJson json) {
        this.store = store;
        this.json = json;
    }

    /** The selection without what dies from now on, by the database's clock. */
    public DeadLetterSelection untilNow(DeadLetterSelection selection) {
        Instant now =
                store.rows(NOW, _ -> {}, row -> row.getObject(1, OffsetDateTime.class))
                        .getFirst()
                        .toInstant();
        return selection.until(now);
    }

    /** How many there are. */
    public long count(DeadLetterSelection selection) {
        return store.rows(COUNT, select -> bind(select, selection), row -> row.getLong(1))
                .getFirst();
    }

    /** The ids of the first of them. */
    public List<UUID> first(DeadLetterSelection selection, int atMost) {
        return store.rows(
                FIRST,
                select -> select.setInt(bind(select, selection), atMost),
                row -> row.getObject(1, UUID.class));
    }

    /**
     * Holds the next of them, in the current transaction.
     *
     * @param after the last that was come to
     */
    public List<HeldLetter> hold(DeadLetterSelection selection, UUID after, int atMost) {
        return store.rows(
                HOLD,
                select -> {
                    int next = bind(select, selection);
                    select.setObject(next, after);
                    select.setInt(next + 1, atMost);
                },
                this::held);
    }

    /** Holds those of these letters that were sent again, in the current transaction. */
    List<HeldLetter> holdRedriven(Collection<UUID> ids) {
        return store.rows(
                HOLD_REDRIVEN,
                select ->
                        select.setArray(
                                1, select.getConnection().createArrayOf("uuid", ids.toArray())),
                this::held);
    }

    /** The index of the parameter that comes next. */
    private static int bind(PreparedStatement select, DeadLetterSelection selection)
            throws SQLException {
        Object ids =
                selection.ids() == null
                        ? null
                        : select.getConnection().createArrayOf("uuid", selection.ids().toArray());
        Object[] values = {
            ids,
            selection.type(),
            selection.reason(),
            selection.address(),
            selection.subject(),
            time(selection.deadFrom()),
            time(selection.deadUntil())
        };
        int index = 1;
        for (Object value : values) {
            select.setObject(index++, value);
            select.setObject(index++, value);
        }
        return index;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private HeldLetter held(ResultSet row) throws SQLException {
        return new HeldLetter(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                Origin.labeled(row.getString("origin")),
                row.getString("exchange"),
                row.getString("address"),
                row.getObject("message_id", UUID.class),
                row.getString("type"),
                row.getString("key"),
                json.headers(row.getString("headers")),
                row.getBytes("body"),
                row.getString("reason"),
                row.getObject("sent_as", UUID.class),
                row.getObject("first_failed_at", OffsetDateTime.class).toInstant());
    }
}
