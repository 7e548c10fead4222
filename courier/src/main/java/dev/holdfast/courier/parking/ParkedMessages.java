package dev.holdfast.courier.parking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The SQL of what waits behind a parked key. Each method works in the current transaction. */
@ApplicationScoped
class ParkedMessages {

    private static final String FIRST =
            """
            SELECT message_id, sequence, headers, body FROM parked_message
            WHERE consumer = ? AND topic = ? AND key = ?
            ORDER BY sequence, pos LIMIT ?
            """;

    private static final String REMOVE =
            """
            DELETE FROM parked_message
            WHERE consumer = ? AND topic = ? AND key = ? AND message_id = ANY (?)
            """;

    private final DataSource database;
    private final HeaderJson headers;

    ParkedMessages(DataSource database, HeaderJson headers) {
        this.database = database;
        this.headers = headers;
    }

    /**
     * Those whose turn is next: by version, for one that was missing may have come last; those
     * without a version behind, in the order of their arrival.
     */
    List<ParkedMessage> first(ParkedKey key, int atMost) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRST)) {
            ParkedKeys.bind(select, 1, key);
            select.setInt(4, atMost);
            List<ParkedMessage> messages = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    messages.add(
                            new ParkedMessage(
                                    rows.getObject(1, UUID.class),
                                    key.key(),
                                    rows.getObject(2, Long.class),
                                    headers.read(rows.getString(3)),
                                    rows.getBytes(4)));
                }
            }
            return messages;
        } catch (SQLException e) {
            throw new ParkingFailure("The parked records could not be read.", e);
        }
    }

    /** These wait no longer. */
    void remove(ParkedKey key, List<ParkedMessage> messages) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            ParkedKeys.bind(delete, 1, key);
            Object[] ids = messages.stream().map(ParkedMessage::messageId).toArray();
            delete.setArray(4, connection.createArrayOf("uuid", ids));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new ParkingFailure("The parked records could not be removed.", e);
        }
    }
}
