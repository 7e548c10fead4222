package dev.holdfast.courier.parking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;

/** The SQL of letting parked keys go on. Each method works in the current transaction. */
@ApplicationScoped
class ParkedKeys {

    private static final String COUNT =
            """
            SELECT count(*), count(*) FILTER (WHERE reason = 'gap') FROM parked_key
            WHERE consumer = ?
            """;

    private static final String DUE =
            """
            SELECT topic, key FROM parked_key WHERE consumer = ? AND retry_at <= clock_timestamp()
            ORDER BY retry_at LIMIT ?
            """;

    /** Another replica that is at this key, or appends to it, is left alone. */
    private static final String HOLD =
            """
            SELECT attempts FROM parked_key
            WHERE consumer = ? AND topic = ? AND key = ? AND retry_at <= clock_timestamp()
            FOR UPDATE SKIP LOCKED
            """;

    private static final String LET_GO =
            """
            DELETE FROM parked_key WHERE consumer = ? AND topic = ? AND key = ?
            """;

    private static final String LATER =
            """
            UPDATE parked_key
            SET attempts = attempts + ?, reason = ?, detail = ?,
                retry_at = clock_timestamp() + make_interval(secs => ?)
            WHERE consumer = ? AND topic = ? AND key = ?
            """;

    private final DataSource database;

    ParkedKeys(DataSource database) {
        this.database = database;
    }

    /** How many keys of this consumer are parked. */
    ParkedCount count(String consumer) {
        return run(
                COUNT,
                select -> {
                    select.setString(1, consumer);
                    try (ResultSet row = select.executeQuery()) {
                        row.next();
                        return new ParkedCount(row.getLong(1), row.getLong(2));
                    }
                });
    }

    /** Keys whose time has come, longest due first. */
    List<ParkedKey> due(String consumer, int atMost) {
        return run(
                DUE,
                select -> {
                    select.setString(1, consumer);
                    select.setInt(2, atMost);
                    List<ParkedKey> keys = new ArrayList<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            keys.add(new ParkedKey(consumer, rows.getString(1), rows.getString(2)));
                        }
                    }
                    return keys;
                });
    }

    /**
     * Holds a key until the transaction ends; how often it was tried, or empty if not to be had.
     */
    OptionalInt hold(ParkedKey key) {
        return run(
                HOLD,
                select -> {
                    bind(select, 1, key);
                    try (ResultSet row = select.executeQuery()) {
                        return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
                    }
                });
    }

    /** Nothing waits behind the key any more. */
    void letGo(ParkedKey key) {
        run(
                LET_GO,
                delete -> {
                    bind(delete, 1, key);
                    return delete.executeUpdate();
                });
    }

    /**
     * The key is tried again after a time.
     *
     * @param counted whether this was one more attempt that failed
     */
    void later(ParkedKey key, boolean counted, String reason, String detail, Duration wait) {
        run(
                LATER,
                update -> {
                    update.setInt(1, counted ? 1 : 0);
                    update.setString(2, reason);
                    update.setString(3, detail.replace("\0", ""));
                    update.setDouble(4, wait.toMillis() / 1000.0);
                    bind(update, 5, key);
                    return update.executeUpdate();
                });
    }

    static void bind(PreparedStatement statement, int first, ParkedKey key) throws SQLException {
        statement.setString(first, key.consumer());
        statement.setString(first + 1, key.topic());
        statement.setString(first + 2, key.key());
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new ParkingFailure("The parked keys could not be read or written.", e);
        }
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
