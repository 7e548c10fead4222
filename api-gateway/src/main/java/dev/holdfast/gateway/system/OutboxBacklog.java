package dev.holdfast.gateway.system;

import dev.holdfast.gateway.projection.StoreFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** The commands that were accepted and are not yet with RabbitMQ. */
@ApplicationScoped
class OutboxBacklog {

    /** Found through the index on xid; counted up to a bound, so that the figure stays cheap. */
    private static final String WAITING =
            """
            SELECT count(*) AS messages, min(recorded_at) AS oldest
            FROM (SELECT f.recorded_at
                  FROM feed_cursor c
                  JOIN feed_commands f ON f.xid >= pg_snapshot_xmin(c.lo) AND NOT pg_visible_in_snapshot(f.xid, c.lo)
                  WHERE c.feed = 'commands' AND (c.hi IS NULL OR f.seq >= c.next_seq OR NOT pg_visible_in_snapshot(f.xid, c.hi))
                  LIMIT 100000) AS waiting
            """;

    private final DataSource database;

    OutboxBacklog(DataSource database) {
        this.database = database;
    }

    /**
     * How much waits.
     *
     * @param messages at most 100,000
     * @param oldest since when; null if nothing waits
     */
    public record Figures(long messages, Instant oldest) {}

    Figures read() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WAITING);
                ResultSet row = select.executeQuery()) {
            row.next();
            var oldest = row.getObject("oldest", OffsetDateTime.class);
            return new Figures(row.getLong("messages"), oldest == null ? null : oldest.toInstant());
        } catch (SQLException e) {
            throw new StoreFailure("The backlog of the outbox could not be read.", e);
        }
    }
}
