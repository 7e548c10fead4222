package dev.holdfast.courier.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Finds out what has become of letters. One statement for all, answered by the small indexes on
 * letters that are redriven or parked: with none of those it reads nothing.
 */
@ApplicationScoped
class Findings {

    private static final int MOST = 500;

    static final String ASK =
            """
            SELECT 'handled' AS what, d.id FROM dead_letter d
            WHERE d.state = 'redriven' AND d.origin = 'queue' AND EXISTS (
                SELECT FROM inbox i WHERE i.consumer = d.consumer AND i.message_id = d.sent_as)
            UNION ALL
            SELECT 'sent', d.id FROM dead_letter d
            JOIN feed_cursor c ON c.feed = CASE WHEN d.exchange IS NULL THEN 'events' ELSE 'commands' END
            WHERE d.state = 'redriven' AND d.origin IN ('relay', 'unroutable')
              AND pg_visible_in_snapshot(d.sent_xid, c.lo)
              AND NOT EXISTS (SELECT FROM refused_message r WHERE r.feed = c.feed AND r.message_id = d.message_id)
            UNION ALL
            SELECT 'drained', d.id FROM dead_letter d
            WHERE d.state = 'redriven' AND d.origin = 'topic'
              AND NOT EXISTS (
                  SELECT FROM parked_message p
                  WHERE (p.consumer, p.topic, p.key, p.message_id) = (d.consumer, d.address, d.key, d.message_id))
            UNION ALL
            SELECT 'drained', d.id FROM dead_letter d
            WHERE d.state = 'dead' AND d.reason = 'parked' AND d.origin = 'topic'
              AND NOT EXISTS (
                  SELECT FROM parked_message p
                  WHERE (p.consumer, p.topic, p.key, p.message_id) = (d.consumer, d.address, d.key, d.message_id))
            UNION ALL
            SELECT 'unanswered', d.id FROM dead_letter d
            WHERE d.state = 'redriven' AND d.origin = 'queue'
              AND d.changed_at < clock_timestamp() - make_interval(secs => ?)
              AND NOT EXISTS (
                  SELECT FROM inbox i WHERE i.consumer = d.consumer AND i.message_id = d.sent_as)
            LIMIT ?
            """;

    private final LetterStore store;

    Findings(LetterStore store) {
        this.store = store;
    }

    /** What was found out about a letter. */
    enum What {
        HANDLED,
        SENT,
        DRAINED,
        UNANSWERED
    }

    /** A letter of which something is known now. */
    record Finding(What what, UUID id) {}

    /**
     * What there is to be found out.
     *
     * @param answerWithin after how long a letter that was sent again counts as unanswered
     */
    List<Finding> ask(Duration answerWithin) {
        return store.rows(
                ASK,
                select -> {
                    select.setDouble(1, answerWithin.toMillis() / 1000.0);
                    select.setInt(2, MOST);
                },
                Findings::finding);
    }

    private static Finding finding(ResultSet row) throws SQLException {
        String what = row.getString(1);
        return new Finding(
                What.valueOf(what.toUpperCase(Locale.ROOT)), row.getObject(2, UUID.class));
    }
}
