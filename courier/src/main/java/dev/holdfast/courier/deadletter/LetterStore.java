package dev.holdfast.courier.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Where dead letters are kept: runs SQL and turns what JDBC throws into one exception. */
@ApplicationScoped
class LetterStore {

    private final DataSource database;

    LetterStore(DataSource database) {
        this.database = database;
    }

    /** Gives a statement its values. */
    interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    /** Makes something of a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * The rows that a statement returns, in the current transaction if there is one.
     *
     * @throws DeadLetterFailure if the database refuses
     */
    <T> List<T> rows(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reading.of(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new DeadLetterFailure("The dead letters could not be read or written.", e);
        }
    }

    /**
     * How many rows a statement changes.
     *
     * @throws DeadLetterFailure if the database refuses
     */
    int change(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DeadLetterFailure("The dead letters could not be written.", e);
        }
    }
}
