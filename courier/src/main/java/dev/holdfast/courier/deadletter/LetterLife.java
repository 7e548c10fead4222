package dev.holdfast.courier.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Moves dead letters on in their life, and tells of it, in the current transaction.
 *
 * <p><b>Guarantee.</b> A step is taken only from the states that it may begin in, each time with
 * the row locked: of a redrive, a discard and a resolution that meet, one has the letter and the
 * others find it moved on. The row and its news stand together.
 */
@ApplicationScoped
class LetterLife {

    private static final String MOVE =
            """
            UPDATE dead_letter d
            SET state = ?, version = version + 1, changed_at = clock_timestamp(),
                sent_as = coalesce(m.sent_as, d.sent_as),
                sent_xid = CASE WHEN m.sent_as IS NULL THEN d.sent_xid ELSE pg_current_xact_id() END,
                history = jsonb_path_query_array(
                    d.history || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                        'at', clock_timestamp(), 'change', ?::text, 'by', ?::text, 'reason', ?::text,
                        'command', ?::uuid))),
                    '$[last - 99 to last]')
            FROM unnest(?::uuid[], ?::uuid[]) AS m (id, sent_as)
            WHERE d.id = m.id AND d.state = ANY (?::text[])
            RETURNING d.id, d.version, d.message_id, d.key
            """;

    private final LetterStore store;
    private final LetterNews news;

    LetterLife(LetterStore store, LetterNews news) {
        this.store = store;
        this.news = news;
    }

    /**
     * They are sent again.
     *
     * @param sentAs by the letters' ids, under which message id
     */
    int redriven(Map<UUID, UUID> sentAs, Wish wish) {
        List<UUID> ids = List.copyOf(sentAs.keySet());
        List<UUID> names = ids.stream().map(sentAs::get).toList();
        return tell(
                move("redriven", wish, ids, names, List.of("dead")),
                letter -> news.redriven(letter, wish.command(), wish.by(), wish.reason()));
    }

    /** They are given up. */
    int discarded(Collection<UUID> ids, Wish wish) {
        return tell(
                move("discarded", wish, ids, nothing(ids), List.of("dead")),
                letter -> news.discarded(letter, wish.command(), wish.by(), wish.reason()));
    }

    /** What they asked for has happened. */
    int resolved(Collection<UUID> ids, Resolution how) {
        var wish = new Wish(null, null, how.label());
        return tell(
                move("resolved", wish, ids, nothing(ids), List.of("dead", "redriven")),
                letter -> news.resolved(letter, how));
    }

    private static int tell(List<Changed> letters, Consumer<Changed> news) {
        letters.forEach(news);
        return letters.size();
    }

    private static List<UUID> nothing(Collection<UUID> ids) {
        return Collections.nCopies(ids.size(), null);
    }

    private List<Changed> move(
            String state,
            Wish wish,
            Collection<UUID> ids,
            Collection<UUID> sentAs,
            List<String> from) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return store.rows(
                MOVE,
                move -> {
                    move.setString(1, state);
                    move.setString(2, state);
                    move.setString(3, wish.by());
                    move.setString(4, wish.reason());
                    move.setObject(5, wish.command());
                    var connection = move.getConnection();
                    move.setArray(6, connection.createArrayOf("uuid", ids.toArray()));
                    move.setArray(7, connection.createArrayOf("uuid", sentAs.toArray()));
                    move.setArray(8, connection.createArrayOf("text", from.toArray()));
                },
                LetterLife::changed);
    }

    private static Changed changed(ResultSet row) throws SQLException {
        return new Changed(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4));
    }
}
