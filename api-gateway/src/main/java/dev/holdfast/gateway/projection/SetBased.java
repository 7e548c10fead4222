package dev.holdfast.gateway.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes any number of rows by one statement: each of its parameters is an array, so the statement
 * has one shape and is prepared once.
 */
@ApplicationScoped
public class SetBased {

    private final DataSource database;

    SetBased(DataSource database) {
        this.database = database;
    }

    /**
     * Runs the statement in the current transaction.
     *
     * @return how many rows it changed
     */
    public <R> int write(String sql, List<R> rows, List<Column<R>> columns) {
        if (rows.isEmpty()) {
            return 0;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                Object[] values = rows.stream().map(column.value()).toArray();
                statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreFailure("The view could not be written.", e);
        }
    }
}
