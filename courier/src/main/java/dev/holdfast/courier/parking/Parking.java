package dev.holdfast.courier.parking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Where records wait whose key cannot go on, so that their partition can.
 *
 * <p><b>Guarantee.</b> The records of a parked key keep their order: once a key is parked, every
 * later record of it is appended behind, and none is handled before all that wait are. Whoever asks
 * for parked keys or parks one holds them until his transaction ends, so that a key is never let go
 * between the question and the answer.
 */
@ApplicationScoped
public class Parking {

    /** In key order, so that two batches never wait for each other. */
    private static final String PARKED =
            """
            SELECT key FROM parked_key WHERE consumer = ? AND topic = ? AND key = ANY (?)
            ORDER BY key FOR NO KEY UPDATE
            """;

    private static final String PARK =
            """
            INSERT INTO parked_key (consumer, topic, key, reason, detail, retry_at)
            VALUES (?, ?, ?, ?, ?, clock_timestamp() + interval '1 second')
            ON CONFLICT DO NOTHING
            """;

    private static final String APPEND =
            """
            INSERT INTO parked_message (consumer, topic, key, message_id, sequence, headers, body)
            SELECT ?, ?, key, message_id, sequence, headers::jsonb, body
            FROM unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::bytea[]) WITH ORDINALITY
                 AS n (key, message_id, sequence, headers, body, ord)
            ORDER BY ord
            """;

    private static final String PROBE_NOW =
            """
            UPDATE parked_key SET retry_at = clock_timestamp()
            WHERE consumer = ? AND topic = ? AND key = ANY (?)
            """;

    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final DataSource database;
    private final HeaderJson headers;
    private final Event<KeysDue> due;

    Parking(DataSource database, HeaderJson headers, Event<KeysDue> due) {
        this.database = database;
        this.headers = headers;
        this.due = due;
    }

    /** Which of these keys are parked, in the current transaction. */
    public Set<String> parked(String consumer, String topic, Collection<String> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PARKED)) {
            select.setString(1, consumer);
            select.setString(2, topic);
            select.setArray(3, connection.createArrayOf("text", keys.toArray()));
            Set<String> parked = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    parked.add(rows.getString(1));
                }
            }
            return parked;
        } catch (SQLException e) {
            throw new ParkingFailure("The parked keys could not be read.", e);
        }
    }

    /**
     * Parks a key, in the current transaction; parking a parked key changes nothing.
     *
     * @param reason a stable code
     * @param detail what happened, for people
     */
    public void park(ParkedKey key, String reason, String detail) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(PARK)) {
            insert.setString(1, key.consumer());
            insert.setString(2, key.topic());
            insert.setString(3, key.key());
            insert.setString(4, reason);
            insert.setString(5, detail.replace("\0", ""));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ParkingFailure("A key could not be parked.", e);
        }
    }

    /**
     * Parks a key of which a version came before the one that it follows.
     *
     * @param last the version that was handled last; null if none was
     */
    public void gap(ParkedKey key, long came, Long last) {
        String detail = Gap.detail(came, last);
        LOG.warnf("Key %s of %s is parked. %s", key.key(), key.topic(), detail);
        park(key, Gap.REASON, detail);
    }

    /** Has records wait behind their parked keys, in this order, in the current transaction. */
    public void append(String consumer, String topic, List<ParkedMessage> messages) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, consumer);
            insert.setString(2, topic);
            insert.setArray(3, array(connection, "text", messages, ParkedMessage::key));
            insert.setArray(4, array(connection, "uuid", messages, ParkedMessage::messageId));
            insert.setArray(5, array(connection, "bigint", messages, ParkedMessage::sequence));
            insert.setArray(
                    6, array(connection, "text", messages, m -> headers.write(m.headers())));
            byte[][] bodies = messages.stream().map(ParkedMessage::body).toArray(byte[][]::new);
            insert.setArray(7, connection.createArrayOf("bytea", bodies));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ParkingFailure("Records could not be parked.", e);
        }
    }

    /** Has the prober try these keys as soon as the current transaction has committed. */
    public void probeNow(String consumer, String topic, Collection<String> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(PROBE_NOW)) {
            update.setString(1, consumer);
            update.setString(2, topic);
            update.setArray(3, connection.createArrayOf("text", keys.toArray()));
            update.executeUpdate();
            due.fire(new KeysDue());
        } catch (SQLException e) {
            throw new ParkingFailure("Parked keys could not be made due.", e);
        }
    }

    private static Array array(
            Connection connection,
            String type,
            List<ParkedMessage> messages,
            Function<ParkedMessage, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, messages.stream().map(column).toArray());
    }
}
