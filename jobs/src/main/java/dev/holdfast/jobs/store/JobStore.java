package dev.holdfast.jobs.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where jobs are kept: hands out connections and turns what JDBC throws into one exception. */
@ApplicationScoped
public class JobStore {

    private final DataSource database;

    JobStore(DataSource database) {
        this.database = database;
    }

    /** Some SQL that returns something. */
    @FunctionalInterface
    public interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs the SQL, in the current transaction if there is one.
     *
     * @throws JobStoreFailure if the database did not carry it out
     */
    public <T> T ask(Query<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new JobStoreFailure("The jobs could not be reached.", e);
        }
    }
}
