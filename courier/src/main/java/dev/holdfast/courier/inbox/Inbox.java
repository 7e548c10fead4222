package dev.holdfast.courier.inbox;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.message.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What has been taken in already: the other end of an outbox.
 *
 * <p><b>Guarantee.</b> Of all transactions that take an id for a consumer, one that commits gets it
 * as new; the others wait for it and are told that it is taken. Written in the transaction of the
 * effects, it makes them happen once, however often the message is delivered.
 */
@ApplicationScoped
public class Inbox {

    /** In id order, so that two batches with the same ids wait for each other in one direction. */
    private static final String TAKE =
            """
            INSERT INTO inbox (consumer, message_id, source)
            SELECT ?, id, source FROM unnest(?::uuid[], ?::text[]) AS taken (id, source) ORDER BY id
            ON CONFLICT DO NOTHING
            RETURNING message_id
            """;

    private static final String HAS =
            """
            SELECT 1 FROM inbox WHERE consumer = ? AND message_id = ?
            """;

    private final DataSource database;
    private final InboxPartitions partitions;

    Inbox(DataSource database, InboxPartitions partitions) {
        this.database = database;
        this.partitions = partitions;
    }

    /** Whether the inbox remembers messages as old, and as new, as this one. */
    public boolean remembers(UUID id) {
        return partitions.window().holds(id);
    }

    /**
     * Takes messages, in the current transaction.
     *
     * @param messages whose ids the inbox {@link #remembers}
     * @return those that nobody has taken before
     * @throws InboxFailure if the database refuses
     */
    public Set<UUID> take(String consumer, Collection<Envelope> messages) {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, consumer);
            take.setArray(2, connection.createArrayOf("uuid", column(messages, Envelope::id)));
            take.setArray(3, connection.createArrayOf("text", column(messages, Envelope::source)));
            Set<UUID> fresh = HashSet.newHashSet(messages.size());
            try (ResultSet rows = take.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
            Failpoint.at("inbox.taken-not-handled");
            return fresh;
        } catch (SQLException e) {
            throw new InboxFailure("The inbox could not be written.", e);
        }
    }

    /**
     * Whether the message was taken by a transaction that has committed.
     *
     * @throws InboxFailure if the database refuses
     */
    public boolean has(String consumer, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement has = connection.prepareStatement(HAS)) {
            has.setString(1, consumer);
            has.setObject(2, id);
            try (ResultSet row = has.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new InboxFailure("The inbox could not be read.", e);
        }
    }

    private static Object[] column(
            Collection<Envelope> messages, Function<Envelope, Object> attribute) {
        return messages.stream().map(attribute).toArray();
    }
}
