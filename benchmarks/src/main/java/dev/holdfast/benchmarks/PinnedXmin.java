package dev.holdfast.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that has written, sees the database as it was, and does not end. */
final class PinnedXmin implements AutoCloseable {

    private final Connection connection;

    PinnedXmin(CourierService service) throws SQLException {
        connection = service.connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_current_xact_id()");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
