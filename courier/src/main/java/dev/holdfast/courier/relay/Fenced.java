package dev.holdfast.courier.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions that only the relay which holds a feed can commit. */
final class Fenced {

    private static final String HOLD =
            """
            UPDATE feed_cursor SET lease_until = clock_timestamp() + interval '%d seconds'
            WHERE feed = ? AND fence = ?
            """
                    .formatted(CursorSql.LEASE_SECONDS);

    private final DataSource database;
    private final String feed;

    Fenced(DataSource database, Feed feed) {
        this.database = database;
        this.feed = feed.name();
    }

    /** Some SQL of one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException, FeedLost;
    }

    /** Runs the work in a transaction of its own, in which nobody can take the feed over. */
    <T> T run(long fence, Work<T> work) throws SQLException, FeedLost {
        return together(
                connection -> {
                    hold(connection, feed, fence);
                    return work.on(connection);
                });
    }

    /** Runs the work in a transaction of its own; the work itself has to see to the fence. */
    <T> T together(Work<T> work) throws SQLException, FeedLost {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }

    /** Renews the lease and keeps it until the connection's transaction ends. */
    static void hold(Connection connection, String feed, long fence) throws SQLException, FeedLost {
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setString(1, feed);
            hold.setLong(2, fence);
            if (hold.executeUpdate() == 0) {
                throw new FeedLost(feed);
            }
        }
    }
}
