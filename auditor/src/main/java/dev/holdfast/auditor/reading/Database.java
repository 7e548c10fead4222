package dev.holdfast.auditor.reading;

import dev.holdfast.auditor.Addresses;
import dev.holdfast.auditor.UnreadableEvidence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The database at one moment: whatever is asked, every answer is of the same snapshot. */
final class Database implements AutoCloseable {

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** How a row is read. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Database open(Addresses addresses) {
        var properties = new Properties();
        properties.setProperty("user", addresses.user());
        properties.setProperty("ApplicationName", "auditor");
        try {
            var connection = DriverManager.getConnection(addresses.jdbcUrl(), properties);
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Database(connection);
        } catch (SQLException e) {
            throw new UnreadableEvidence("Postgres cannot be read: " + e.getMessage(), e);
        }
    }

    /** When the snapshot was taken, by the database's clock. */
    Instant now() {
        return all("SELECT now()", row -> instant(row, 1)).getFirst();
    }

    <T> List<T> all(String sql, Row<T> read) {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery(sql)) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(read.of(rows));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new UnreadableEvidence("Postgres cannot be read: " + e.getMessage(), e);
        }
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new UnreadableEvidence("Postgres did not let go: " + e.getMessage(), e);
        }
    }
}
