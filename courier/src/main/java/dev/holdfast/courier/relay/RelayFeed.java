package dev.holdfast.courier.relay;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.message.MessageIds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Relays one feed: takes it, and then window by window and page by page reads, sends, advances.
 * Some pages are under way at a time; the cursor advances over them in their order.
 *
 * <p><b>Guarantee.</b> Every committed row of the feed is confirmed by its broker at least once, in
 * the order of {@code seq} within each window, and rows of one key in the order in which they were
 * written. No transaction is open while the broker is asked. Killed between any two lines, this
 * relay or another goes on at the last page that was not noted as done: that page may be sent
 * again.
 *
 * <p>A relay that is paused past its lease and wakes may send one page that another has already
 * sent; its cursor statements change nothing then. Receivers drop what they have.
 */
final class RelayFeed implements Runnable {

    private static final Logger LOG = Logger.getLogger(RelayFeed.class);
    private static final Duration UNTIL_RUNG = Duration.ofDays(1);
    private static final Duration RENEW_AFTER = Duration.ofSeconds(CursorSql.LEASE_SECONDS / 2);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Feed feed;
    private final CursorTable cursor;
    private final Pipeline pipeline;
    private final RefusedDrain refused;
    private final RelayMetrics metrics;
    private final Suspects suspects = new Suspects();
    private final Wake wake = new Wake();
    private final Wake stop = new Wake();
    private final UUID owner = MessageIds.next();
    private final Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

    private volatile boolean stopping;
    private volatile boolean resting;
    private boolean halted;
    private Lease lease;
    private long renewAt;
    private String lo;
    private Window window;

    RelayFeed(
            Feed feed,
            CursorTable cursor,
            Pipeline pipeline,
            RefusedDrain refused,
            RelayMetrics metrics) {
        this.feed = feed;
        this.cursor = cursor;
        this.pipeline = pipeline;
        this.refused = refused;
        this.metrics = metrics;
    }

    /** A relay of the feed over a database. */
    static RelayFeed over(
            DataSource database,
            Feed feed,
            Carrier carrier,
            LastTry lastTry,
            int attempts,
            RelayMetrics metrics,
            SendSpans spans) {
        var keys = new RefusedKeys(database, feed);
        return new RelayFeed(
                feed,
                new CursorTable(database, feed),
                new Pipeline(feed, new PageQuery(database, feed), carrier, spans, metrics),
                new RefusedDrain(feed, keys, carrier, lastTry, attempts, metrics),
                metrics);
    }

    Feed feed() {
        return feed;
    }

    /** Says that there may be something to relay. */
    void ring() {
        wake.ring();
    }

    /** Whether this relay holds the feed and, as far as it knows, everything is relayed. */
    boolean resting() {
        return resting;
    }

    /** Ends {@link #run} after the page at hand. */
    void stop() {
        stopping = true;
        stop.ring();
        wake.ring();
    }

    /** Relays until {@link #stop}, then hands the feed back. */
    @Override
    public void run() {
        try {
            while (!stopping) {
                if (!relayed()) {
                    resting = lease != null;
                    wake.await(UNTIL_RUNG);
                    resting = false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            handBack();
        }
    }

    /** Relays a page if there is one; false if there is nothing to do until somebody rings. */
    private boolean relayed() throws InterruptedException {
        try {
            if (!held()) {
                return false;
            }
            if (refused.due() && pipeline.empty()) {
                refused.tryAgain(lease.fence());
            }
            if (!opened()) {
                return false;
            }
            relayPage();
            backoff.reset();
            return true;
        } catch (Restored e) {
            halt(e);
            return afterPause(LOOK_AGAIN);
        } catch (FeedLost e) {
            LOG.infof("%s", e.getMessage());
            forget();
            return false;
        } catch (Refused e) {
            return afterRefusal(suspects.forGood(e.refusals()), e);
        } catch (NotCarried e) {
            LOG.warnf("Feed '%s' waits for its broker: %s", feed.name(), e.getMessage());
            begin();
            return afterPause(backoff.next());
        } catch (SQLException e) {
            LOG.warnf("Feed '%s' waits for the database: %s", feed.name(), e.getMessage());
            forget();
            return afterPause(backoff.next());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Feed '%s' is taken up again after a failure.", feed.name());
            forget();
            return afterPause(backoff.next());
        }
    }

    private boolean afterRefusal(List<Refusal> forGood, Refused e) throws InterruptedException {
        begin();
        if (forGood.isEmpty()) {
            LOG.warnf("Feed '%s' waits for its broker: %s", feed.name(), e.getMessage());
            return afterPause(backoff.next());
        }
        try {
            refused.park(lease.fence(), forGood);
            Failpoint.at("relay.key-parked");
            return true;
        } catch (FeedLost lost) {
            LOG.infof("%s", lost.getMessage());
            forget();
            return false;
        } catch (SQLException failure) {
            LOG.warnf("Feed '%s' waits for the database: %s", feed.name(), failure.getMessage());
            forget();
            return afterPause(backoff.next());
        }
    }

    private boolean afterPause(Duration pause) throws InterruptedException {
        stop.await(pause);
        return true;
    }

    private boolean held() throws SQLException, Restored {
        if (lease == null) {
            cursor.check();
            if (halted) {
                halted = false;
                metrics.halted(feed, false);
            }
            Optional<Lease> taken = cursor.take(owner);
            if (taken.isEmpty()) {
                return false;
            }
            lease = taken.get();
            lo = lease.lo();
            window = lease.window();
            wrote();
            refused.load();
            begin();
            metrics.taken(feed);
            LOG.infof("Feed '%s' is relayed from here (fence %d).", feed.name(), lease.fence());
        }
        return true;
    }

    private void halt(Restored reason) {
        forget();
        if (!halted) {
            halted = true;
            metrics.halted(feed, true);
            LOG.error(reason.getMessage());
        }
    }

    /** From the cursor on: nothing of what was under way counts. */
    private void begin() {
        pipeline.begin(window);
    }

    private boolean opened() throws SQLException, FeedLost {
        if (window == null) {
            window = cursor.open(lease.fence(), lo).orElse(null);
            begin();
            if (window != null) {
                wrote();
                Failpoint.at("relay.window-opened");
            }
        }
        return window != null;
    }

    private void relayPage() throws SQLException, FeedLost, NotCarried, InterruptedException {
        keep();
        Page page = pipeline.next(refused.keys(), !refused.due());
        suspects.clear();
        Failpoint.at("relay.sent-not-advanced");
        if (page.endsWindow()) {
            lo = window.hi();
            window = cursor.turn(lease.fence(), window, page.behind()).orElse(null);
            begin();
        } else {
            cursor.advance(lease.fence(), page.last() + 1, page.behind());
            window = window.from(page.last() + 1);
        }
        wrote();
        Failpoint.at("relay.advanced");
    }

    /** A broker may stay away for longer than the lease lasts. */
    private void keep() throws SQLException, FeedLost {
        if (System.nanoTime() - renewAt >= 0) {
            cursor.renew(lease.fence());
            wrote();
        }
    }

    private void wrote() {
        renewAt = System.nanoTime() + RENEW_AFTER.toNanos();
    }

    /**
     * A statement that failed may have been carried out: what is true stands in the database, and
     * is read again with the next lease.
     */
    private void forget() {
        lease = null;
        window = null;
        begin();
    }

    private void handBack() {
        if (lease == null) {
            return;
        }
        try {
            cursor.release(lease.fence());
        } catch (SQLException | FeedLost e) {
            LOG.infof("Feed '%s' was not handed back: %s", feed.name(), e.getMessage());
        }
    }
}
