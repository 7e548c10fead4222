package dev.holdfast.courier.parking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

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
            INSERT INTO parked_message (consumer, topic, key, message_id, headers, body)
            VALUES (?, ?, ?, ?, ?::jsonb, ?)
            """;

    private final DataSource database;
    private final HeaderJson headers;

    Parking(DataSource database, HeaderJson headers) {
        this.database = database;
        this.headers = headers;
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

    /** Has a record wait behind its parked key, in the current transaction. */
    public void append(ParkedKey key, ParkedMessage message) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setString(1, key.consumer());
            insert.setString(2, key.topic());
            insert.setString(3, key.key());
            insert.setObject(4, message.messageId());
            insert.setString(5, headers.write(message.headers()));
            insert.setBytes(6, message.body());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ParkingFailure("A record could not be parked.", e);
        }
    }
}
