package dev.holdfast.courier.receiving;

import dev.holdfast.courier.message.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the handlers did, and whatever else the tests ask the database. */
@ApplicationScoped
public class Effects {

    private final DataSource database;

    Effects(DataSource database) {
        this.database = database;
    }

    /** An effect, in the current transaction. */
    void add(Envelope message, String what) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO effect (message_id, key, what) VALUES (?, ?, ?)")) {
            insert.setObject(1, message.id());
            insert.setString(2, message.key());
            insert.setString(3, what);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was done for this key, in order. */
    List<String> of(String key) {
        return column("SELECT what FROM effect WHERE key = ? ORDER BY pos", key);
    }

    /** Ends every connection of this application but the one that asks. */
    void endOtherBackends() {
        column(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE usename = current_user AND pid <> pg_backend_pid() AND ?
                """,
                true);
    }

    /** The first column of a query with one parameter, as text. */
    List<String> column(String sql, Object parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
