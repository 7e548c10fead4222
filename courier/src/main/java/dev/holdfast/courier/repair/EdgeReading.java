package dev.holdfast.courier.repair;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads an end of an edge: any number of minutes in one statement, a range scan of ids each. */
final class EdgeReading {

    /** Laterally, so that each minute is a range of its own in the index. */
    static final String DIGESTS =
            """
            SELECT m.ord, count(*), bit_xor(uuid_hash_extended(e.message_id, 0))
            FROM unnest(?::uuid[], ?::uuid[]) WITH ORDINALITY AS m (first, next, ord)
            CROSS JOIN LATERAL (
            %s) AS e
            GROUP BY m.ord
            """;

    static final String IDS =
            """
            SELECT e.message_id
            FROM unnest(?::uuid[], ?::uuid[]) AS m (first, next)
            CROSS JOIN LATERAL (
            %s) AS e
            ORDER BY e.message_id
            """;

    private final DataSource database;

    EdgeReading(DataSource database) {
        this.database = database;
    }

    Map<Minute, Digest> digests(Rows rows, Collection<Minute> minutes) {
        List<Minute> asked = List.copyOf(minutes);
        Map<Minute, Digest> digests = new HashMap<>();
        asked.forEach(minute -> digests.put(minute, Digest.NONE));
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepared(connection, DIGESTS, rows, asked);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                digests.put(
                        asked.get(row.getInt(1) - 1), new Digest(row.getLong(2), row.getLong(3)));
            }
            return digests;
        } catch (SQLException e) {
            throw new RepairFailure("An edge could not be counted.", e);
        }
    }

    List<UUID> ids(Rows rows, Minute minute) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepared(connection, IDS, rows, List.of(minute));
                ResultSet row = select.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new RepairFailure("The messages of an edge could not be read.", e);
        }
    }

    /** A statement around the rows of these minutes, with all its values. */
    static PreparedStatement prepared(
            Connection connection, String around, Rows rows, List<Minute> minutes)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(around.formatted(rows.sql()));
        statement.setArray(1, ids(connection, minutes.stream().map(Minute::firstId).toArray()));
        statement.setArray(
                2, ids(connection, minutes.stream().map(m -> m.next().firstId()).toArray()));
        int place = 3;
        for (Object value : rows.values()) {
            if (value instanceof String[] texts) {
                statement.setArray(place++, connection.createArrayOf("text", texts));
            } else {
                statement.setObject(place++, value);
            }
        }
        return statement;
    }

    private static Array ids(Connection connection, Object[] ids) throws SQLException {
        return connection.createArrayOf("uuid", ids);
    }
}
