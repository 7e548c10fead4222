package dev.holdfast.courier.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** One feed's row of {@code feed_cursor}. */
final class CursorTable {

    private final DataSource database;
    private final String feed;
    private final Fenced fenced;
    private final RefusedMessages refused;
    private final String future;
    private final String open;
    private final String turn;

    CursorTable(DataSource database, Feed feed) {
        this.database = database;
        this.feed = feed.name();
        this.fenced = new Fenced(database, feed);
        this.refused = new RefusedMessages(feed);
        this.future = CursorSql.future(feed);
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

    /**
     * Looks whether this is the database that the feed was relayed from, at a later time.
     *
     * @throws Restored if it is not; the feed is then marked, so that it stands still until it is
     *     rebased, however far this server's transaction ids get
     */
    void check() throws SQLException, Restored {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(future)) {
            select.setString(1, feed);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (row.getBoolean("standby")) {
                    throw new Restored(
                            "Feed '%s' is not relayed: this Postgres is a standby; the service has to be given the primary."
                                    .formatted(feed));
                }
                if (row.getBoolean("future")) {
                    halt(connection);
                    throw new Restored(
                            "Feed '%s' is not relayed: the database was restored to an earlier time. Decide what is to be sent again, as docs/runbooks/restored-database.md says, with SELECT rebase_feed('%1$s', …)."
                                    .formatted(feed));
                }
            }
        }
    }

    private void halt(Connection connection) throws SQLException {
        try (PreparedStatement halt = connection.prepareStatement(CursorSql.HALT)) {
            halt.setString(1, feed);
            halt.executeUpdate();
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
        underFence(CursorSql.RENEW, fence);
    }

    /** Hands the feed back, so that another need not wait for the lease to run out. */
    void release(long fence) throws SQLException, FeedLost {
        underFence(CursorSql.RELEASE, fence);
    }

    /**
     * Notes that everything before a row has been relayed, but for these, which wait behind their
     * refused keys from now on: both or neither.
     */
    void advance(long fence, long nextSeq, List<Long> behind) throws SQLException, FeedLost {
        withMoved(
                behind,
                connection -> {
                    try (PreparedStatement advance =
                            connection.prepareStatement(CursorSql.ADVANCE)) {
                        advance.setLong(1, nextSeq);
                        advance.setString(2, feed);
                        advance.setLong(3, fence);
                        return one(advance);
                    }
                });
    }

    /**
     * Opens the window from {@code lo} to now, if there is anything in it.
     *
     * @throws FeedLost also if the database was restored under us: what is to be done about it is
     *     said where the feed is taken again; and if the server does not know where we are, since a
     *     crash made it forget a movement that had not waited for the disk
     */
    Optional<Window> open(long fence, String lo) throws SQLException, FeedLost {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(open)) {
            statement.setString(1, lo);
            statement.setString(2, lo);
            statement.setString(3, feed);
            statement.setLong(4, fence);
            statement.setString(5, lo);
            statement.setString(6, feed);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()
                        || row.getLong("fence") != fence
                        || row.getBoolean("forgotten")
                        || row.getBoolean("future")) {
                    throw new FeedLost(feed);
                }
                return Optional.ofNullable(window(row));
            }
        }
    }

    /**
     * Closes a window whose last page has been relayed, and opens the next if there is one. These
     * rows wait behind their refused keys from now on.
     *
     * @throws FeedLost also if the server does not know this window, as after a crash that made it
     *     forget: what it saw may be more than what has been
     */
    Optional<Window> turn(long fence, Window done, List<Long> behind)
            throws SQLException, FeedLost {
        return withMoved(
                behind,
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(turn)) {
                        statement.setString(1, done.hi());
                        statement.setString(2, done.hi());
                        statement.setString(3, feed);
                        statement.setLong(4, fence);
                        statement.setString(5, done.hi());
                        try (ResultSet row = statement.executeQuery()) {
                            if (!row.next()) {
                                throw new FeedLost(feed);
                            }
                            return Optional.ofNullable(window(row));
                        }
                    }
                });
    }

    /** The cursor first: it tells whether the feed is still ours. */
    private <T> T withMoved(List<Long> behind, Fenced.Work<T> move) throws SQLException, FeedLost {
        if (behind.isEmpty()) {
            try (Connection connection = database.getConnection()) {
                return move.on(connection);
            }
        }
        return fenced.together(
                connection -> {
                    T moved = move.on(connection);
                    refused.append(connection, behind);
                    return moved;
                });
    }

    private int one(PreparedStatement update) throws SQLException, FeedLost {
        int changed = update.executeUpdate();
        if (changed == 0) {
            throw new FeedLost(feed);
        }
        return changed;
    }

    private static Window window(ResultSet row) throws SQLException {
        String hi = row.getString("hi");
        return hi == null
                ? null
                : new Window(
                        row.getString("lo"), hi, row.getLong("next_seq"), row.getLong("last_seq"));
    }

    private void underFence(String sql, long fence) throws SQLException, FeedLost {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, feed);
            statement.setLong(2, fence);
            one(statement);
        }
    }
}
