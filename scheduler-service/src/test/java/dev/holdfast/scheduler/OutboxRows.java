package dev.holdfast.scheduler;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What the service has written to be sent. */
@ApplicationScoped
public class OutboxRows {

    public record Row(
            UUID messageId,
            int broker,
            String exchange,
            String address,
            String type,
            String source,
            UUID correlationId,
            UUID causationId,
            String traceparent,
            String body) {}

    private final DataSource database;

    OutboxRows(DataSource database) {
        this.database = database;
    }

    /** Waits until this key has so many messages: the service fires beside the tests as well. */
    public List<Row> awaited(Object key, int messages) {
        return await().atMost(Duration.ofSeconds(4))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> of(key), rows -> rows.size() == messages);
    }

    /** How many messages each key has. */
    public Map<String, Integer> countByKey() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("SELECT key, count(*) FROM outbox GROUP BY key");
            Map<String, Integer> counts = new HashMap<>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be counted.", e);
        }
    }

    /** The messages of this key in the order in which they leave. */
    public List<Row> of(Object key) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "SELECT * FROM outbox WHERE key = ? ORDER BY seq")) {
            select.setString(1, key.toString());
            var rows = select.executeQuery();
            List<Row> found = new ArrayList<>();
            while (rows.next()) {
                found.add(
                        new Row(
                                rows.getObject("message_id", UUID.class),
                                rows.getInt("broker"),
                                rows.getString("exchange"),
                                rows.getString("address"),
                                rows.getString("type"),
                                rows.getString("source"),
                                rows.getObject("correlation_id", UUID.class),
                                rows.getObject("causation_id", UUID.class),
                                rows.getString("traceparent"),
                                rows.getString("body")));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox could not be read.", e);
        }
    }
}
