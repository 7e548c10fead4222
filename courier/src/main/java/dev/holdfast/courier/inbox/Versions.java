package dev.holdfast.courier.inbox;

import dev.holdfast.courier.retry.ConflictFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which version of each key a consumer has handled last.
 *
 * <p><b>Guarantee.</b> A version is handled once and after the one before it, whatever the topic
 * brings: an old page that a relay sends again, a topic that was wiped and filled again. The inbox
 * knows messages; this knows that one is missing. Of two transactions that move a key on from the
 * same version, one commits.
 */
@ApplicationScoped
public class Versions {

    private static final String LAST =
            """
            SELECT key, sequence FROM handled_version
            WHERE consumer = ? AND topic = ? AND key = ANY (?)
            """;

    /** In key order, so that two batches never wait for each other. */
    private static final String MOVE_ON =
            """
            INSERT INTO handled_version (consumer, topic, key, sequence)
            SELECT ?, ?, key, sequence FROM unnest(?::text[], ?::bigint[]) AS n (key, sequence)
            ORDER BY key
            ON CONFLICT (consumer, topic, key) DO UPDATE SET sequence = excluded.sequence
            WHERE handled_version.sequence < excluded.sequence
            """;

    private final DataSource database;
    private final Duration beginningWait;

    Versions(
            DataSource database,
            @ConfigProperty(name = "holdfast.parking.beginning-wait") Duration beginningWait) {
        this.database = database;
        this.beginningWait = beginningWait;
    }

    /**
     * How far these keys have come.
     *
     * @throws InboxFailure if the database refuses
     */
    public Progress of(String consumer, String topic, Collection<String> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, consumer);
            select.setString(2, topic);
            select.setArray(3, connection.createArrayOf("text", keys.toArray()));
            Map<String, Long> last = HashMap.newHashMap(keys.size());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last.put(rows.getString(1), rows.getLong(2));
                }
            }
            return new Progress(last, Instant.now().minus(beginningWait));
        } catch (SQLException e) {
            throw new InboxFailure("The handled versions could not be read.", e);
        }
    }

    /**
     * Writes how far the keys have come now, in the current transaction.
     *
     * @throws ConflictFailure if another transaction has moved one of them on meanwhile
     * @throws InboxFailure if the database refuses
     */
    public void moveOn(String consumer, String topic, Progress progress) {
        Map<String, Long> moved = progress.moved();
        if (moved.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(MOVE_ON)) {
            write.setString(1, consumer);
            write.setString(2, topic);
            write.setArray(3, connection.createArrayOf("text", moved.keySet().toArray()));
            write.setArray(4, connection.createArrayOf("bigint", moved.values().toArray()));
            if (write.executeUpdate() < moved.size()) {
                throw new ConflictFailure("Another replica has handled these versions.");
            }
        } catch (SQLException e) {
            throw new InboxFailure("The handled versions could not be written.", e);
        }
    }
}
