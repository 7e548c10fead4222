package dev.holdfast.courier.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** One feed's row of {@code feed_cursor}. */
final class CursorTable {

    private final DataSource database;
    private final String feed;
    private final String open;
    private final String turn;

    CursorTable(DataSource database, Feed feed) {
        this.database = database;
        this.feed = feed.name();
        this.open = CursorSql.open(feed);
        this.turn = CursorSql.turn(feed);
    }

    /** Makes the cursor if the feed is new: at its beginning. */
    void create() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement create = connection.prepareStatement(CursorSql.CREATE)) {
            create.setString(1, feed);
            create.executeUpdate();
        }
    }

    /** Takes the feed over if nobody holds it. */
    Optional<Lease> take(UUID owner) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(CursorSql.TAKE)) {
            take.setObject(1, owner);
            take.setString(2, feed);
            try (ResultSet row = take.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Lease(row.getLong("fence"), row.getString("lo"), window(row)))
                        : Optional.empty();
            }
        }
    }

    /** Keeps the feed while nothing can be written for another reason. */
    void renew(long fence) throws SQLException, FeedLost {
        fenced(CursorSql.RENEW, fence);
    }

    /** Hands the feed back, so that another need not wait for the lease to run out. */
    void release(long fence) throws SQLException, FeedLost {
        fenced(CursorSql.RELEASE, fence);
    }

    /** Notes that everything before a row has been relayed. */
    void advance(long fence, long nextSeq) throws SQLException, FeedLost {
        try (Connection connection = database.getConnection();
                PreparedStatement advance = connection.prepareStatement(CursorSql.ADVANCE)) {
            advance.setLong(1, nextSeq);
            advance.setString(2, feed);
            advance.setLong(3, fence);
            if (advance.executeUpdate() == 0) {
                throw new FeedLost(feed);
            }
        }
    }

    /** Opens the window from {@code lo} to now, if there is anything in it. */
    Optional<Window> open(long fence, String lo) throws SQLException, FeedLost {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(open)) {
            statement.setString(1, lo);
            statement.setString(2, lo);
            statement.setString(3, feed);
            statement.setLong(4, fence);
            statement.setString(5, feed);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getLong("fence") != fence) {
                    throw new FeedLost(feed);
                }
                return Optional.ofNullable(window(row));
            }
        }
    }

    /** Closes a window whose last page has been relayed, and opens the next if there is one. */
    Optional<Window> turn(long fence, Window done) throws SQLException, FeedLost {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(turn)) {
            statement.setString(1, done.hi());
            statement.setString(2, done.hi());
            statement.setString(3, feed);
            statement.setLong(4, fence);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new FeedLost(feed);
                }
                return Optional.ofNullable(window(row));
            }
        }
    }

    private static Window window(ResultSet row) throws SQLException {
        String hi = row.getString("hi");
        return hi == null
                ? null
                : new Window(
                        row.getString("lo"), hi, row.getLong("next_seq"), row.getLong("last_seq"));
    }

    private void fenced(String sql, long fence) throws SQLException, FeedLost {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, feed);
            statement.setLong(2, fence);
            if (statement.executeUpdate() == 0) {
                throw new FeedLost(feed);
            }
        }
    }
}
