package dev.holdfast.courier.relay;

import dev.holdfast.courier.message.MessageIds;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The relay's statements without its threads and its broker, over any database, in the order in
 * which {@link RelayFeed} runs them.
 */
public final class SteppedRelay {

    private final CursorTable cursor;
    private final PageQuery pages;
    private final Runnable beforeSending;
    private final List<String> wire;
    private Lease lease;
    private Window window;
    private String lo;

    /**
     * A relay of the feed of events.
     *
     * @param wire gets key and sequence of each row that is sent
     * @param beforeSending called where the broker would be asked
     */
    public SteppedRelay(DataSource database, List<String> wire, Runnable beforeSending) {
        this.cursor = new CursorTable(database, Feed.EVENTS);
        this.pages = new PageQuery(database, Feed.EVENTS);
        this.wire = wire;
        this.beforeSending = beforeSending;
    }

    /** Makes the cursor, as a service does when it starts. */
    public static void create(DataSource database) throws SQLException {
        new CursorTable(database, Feed.EVENTS).create();
    }

    /** Sends everything that is left, as the relay of a service that is started again would. */
    public static List<String> rest(RelayDatabase database) throws SQLException {
        database.execute("UPDATE feed_cursor SET lease_until = '-infinity'");
        List<String> wire = Collections.synchronizedList(new ArrayList<>());
        var relay = new SteppedRelay(database.source(), wire, () -> {});
        relay.take();
        relay.relay();
        return wire;
    }

    /** Takes the feed, if nobody holds it. */
    public void take() throws SQLException {
        Optional<Lease> taken = cursor.take(MessageIds.next());
        lease = taken.orElse(null);
        lo = taken.map(Lease::lo).orElse(null);
        window = taken.map(Lease::window).orElse(null);
    }

    /** Relays until there is nothing, or the feed is lost. */
    public void relay() throws SQLException {
        relay(Integer.MAX_VALUE);
    }

    /** Relays this many windows, if there are so many. */
    public void relay(int windows) throws SQLException {
        try {
            for (int i = 0; i < windows && opened(); i++) {
                List<Outgoing> page = pages.next(window, 1000);
                beforeSending.run();
                page.forEach(
                        row -> wire.add(row.envelope().key() + " " + row.envelope().sequence()));
                lo = window.hi();
                window = cursor.turn(lease.fence(), window, List.of()).orElse(null);
            }
        } catch (FeedLost e) {
            lease = null;
        }
    }

    private boolean opened() throws SQLException, FeedLost {
        if (lease == null) {
            return false;
        }
        if (window == null) {
            window = cursor.open(lease.fence(), lo).orElse(null);
        }
        return window != null;
    }
}
