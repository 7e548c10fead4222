package dev.holdfast.courier.relay;

import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.message.MessageIds;
import io.opentelemetry.api.trace.Span;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Relays one feed: takes it, and then window by window and page by page reads, sends, advances.
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

    private final Feed feed;
    private final CursorTable cursor;
    private final PageQuery pages;
    private final Carrier carrier;
    private final RelayMetrics metrics;
    private final SendSpans spans;
    private final Wake wake = new Wake();
    private final Wake stop = new Wake();
    private final UUID owner = MessageIds.next();
    private final Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

    private volatile boolean stopping;
    private volatile boolean resting;
    private Lease lease;
    private long renewAt;
    private String lo;
    private Window window;

    RelayFeed(
            Feed feed,
            CursorTable cursor,
            PageQuery pages,
            Carrier carrier,
            RelayMetrics metrics,
            SendSpans spans) {
        this.feed = feed;
        this.cursor = cursor;
        this.pages = pages;
        this.carrier = carrier;
        this.metrics = metrics;
        this.spans = spans;
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
            if (!held() || !opened()) {
                return false;
            }
            relayPage();
            backoff.reset();
            return true;
        } catch (FeedLost e) {
            LOG.infof("%s", e.getMessage());
            forget();
            return false;
        } catch (NotCarried e) {
            LOG.warnf("Feed '%s' waits for its broker: %s", feed.name(), e.getMessage());
            return afterPause();
        } catch (SQLException e) {
            LOG.warnf("Feed '%s' waits for the database: %s", feed.name(), e.getMessage());
            forget();
            return afterPause();
        }
    }

    private boolean afterPause() throws InterruptedException {
        stop.await(backoff.next());
        return true;
    }

    private boolean held() throws SQLException {
        if (lease == null) {
            Optional<Lease> taken = cursor.take(owner);
            if (taken.isEmpty()) {
                return false;
            }
            lease = taken.get();
            lo = lease.lo();
            window = lease.window();
            wrote();
            metrics.taken(feed);
            LOG.infof("Feed '%s' is relayed from here (fence %d).", feed.name(), lease.fence());
        }
        return true;
    }

    private boolean opened() throws SQLException, FeedLost {
        if (window == null) {
            window = cursor.open(lease.fence(), lo).orElse(null);
            if (window != null) {
                wrote();
                Failpoint.at("relay.window-opened");
            }
        }
        return window != null;
    }

    private void relayPage() throws SQLException, FeedLost, NotCarried, InterruptedException {
        List<Outgoing> page = pages.next(window);
        if (!page.isEmpty()) {
            keep();
            carry(page);
            Failpoint.at("relay.sent-not-advanced");
        }
        long last = page.isEmpty() ? window.lastSeq() : page.getLast().seq();
        if (last >= window.lastSeq()) {
            lo = window.hi();
            window = cursor.turn(lease.fence(), window).orElse(null);
        } else {
            cursor.advance(lease.fence(), last + 1);
            window = window.from(last + 1);
        }
        wrote();
        Failpoint.at("relay.advanced");
    }

    private void carry(List<Outgoing> page) throws NotCarried, InterruptedException {
        List<Span> sending = spans.begin(feed, page);
        long started = System.nanoTime();
        try {
            carrier.carry(page);
            SendSpans.sent(sending);
            metrics.carried(feed, page.size(), System.nanoTime() - started);
        } catch (NotCarried e) {
            SendSpans.notSent(sending, e);
            throw e;
        }
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
