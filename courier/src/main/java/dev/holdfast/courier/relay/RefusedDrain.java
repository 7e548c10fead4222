package dev.holdfast.courier.relay;

import dev.holdfast.contracts.Topics;
import dev.holdfast.courier.failpoint.Failpoint;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What becomes of keys whose messages a broker refuses for good: they wait, in order and whole,
 * while the feed goes on; the first of a key is tried again after 5 seconds, then 10, up to 10
 * minutes; once it passes, the others follow it in order, and the key is free.
 *
 * <p>After the last try the message is set aside as a dead letter, and the one behind it is next,
 * with tries of its own. For events that is a gap in the versions of the key: readers keep what
 * follows until the dead letter is put back. A command is for itself.
 *
 * <p>Only the relay that holds the feed does this, between two pages, so that nothing of the key
 * can overtake.
 */
final class RefusedDrain {

    private static final Logger LOG = Logger.getLogger(RefusedDrain.class);
    private static final long FIRST_WAIT_SECONDS = 5;
    private static final long LONGEST_WAIT_SECONDS = 600;
    private static final int KEYS = 20;
    private static final int TOGETHER = 100;
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private final Feed feed;
    private final RefusedKeys keys;
    private final Carrier carrier;
    private final LastTry lastTry;
    private final int attempts;
    private final RelayMetrics metrics;
    private final Set<String> refused = new HashSet<>();
    private List<RefusedKey> due = List.of();
    private long lookAt;

    RefusedDrain(
            Feed feed,
            RefusedKeys keys,
            Carrier carrier,
            LastTry lastTry,
            int attempts,
            RelayMetrics metrics) {
        this.feed = feed;
        this.keys = keys;
        this.carrier = carrier;
        this.lastTry = lastTry;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    /** Reads what is refused, once the feed is held. */
    void load() throws SQLException {
        refused.clear();
        refused.addAll(keys.all());
        due = List.of();
        lookAt = System.nanoTime();
        metrics.refusedKeys(feed, refused.size());
    }

    /** The keys whose messages are not to be sent. */
    Set<String> keys() {
        return refused;
    }

    /** Parks the keys of these messages. They are read again, and then wait. */
    void park(long fence, List<Refusal> refusals) throws SQLException, FeedLost {
        for (Refusal refusal : refusals) {
            String key = refusal.message().envelope().key();
            if (!refused.contains(key)) {
                keys.park(fence, key, refusal.reason(), wait(0));
                refused.add(key);
                LOG.errorf(
                        "Feed '%s': message %s is refused for good, so its key %s waits: %s",
                        feed.name(), refusal.message().envelope().id(), key, refusal.reason());
            }
        }
        metrics.refused(feed, refusals.size());
        metrics.refusedKeys(feed, refused.size());
    }

    /** Whether keys are due; asks the database now and then, and never if there are none. */
    boolean due() throws SQLException {
        if (due.isEmpty() && !refused.isEmpty() && System.nanoTime() - lookAt >= 0) {
            lookAt = System.nanoTime() + LOOK_EVERY;
            due = keys.due(KEYS);
        }
        return !due.isEmpty();
    }

    /**
     * Tries the keys that are due. No page may be under way: one that has messages of such a key
     * would have them wait behind a key that is free by then.
     */
    void tryAgain(long fence) throws SQLException, FeedLost, NotCarried, InterruptedException {
        List<RefusedKey> now = due;
        due = List.of();
        for (RefusedKey key : now) {
            drain(fence, key);
        }
        metrics.refusedKeys(feed, refused.size());
    }

    /** The first alone; those behind it together, unless one of them is refused too. */
    private void drain(long fence, RefusedKey key)
            throws SQLException, FeedLost, NotCarried, InterruptedException {
        int atOnce = 1;
        boolean more = true;
        while (more) {
            List<Outgoing> first = keys.first(key.key(), atOnce);
            try {
                if (!first.isEmpty()) {
                    carrier.send(first).land();
                    Failpoint.at("relay.refused-sent-not-removed");
                }
                more = !letGo(fence, key, first);
                atOnce = TOGETHER;
            } catch (Refused | PageRefused e) {
                more = first.size() > 1;
                atOnce = 1;
                if (!more) {
                    failed(fence, key, first.getFirst(), e.getMessage());
                }
            }
        }
    }

    private boolean letGo(long fence, RefusedKey key, List<Outgoing> sent)
            throws SQLException, FeedLost {
        boolean free = keys.sent(fence, key.key(), sent.isEmpty() ? 0 : sent.getLast().seq());
        if (free) {
            refused.remove(key.key());
            LOG.infof("Feed '%s': key %s goes on.", feed.name(), key.key());
        }
        return free;
    }

    private void failed(long fence, RefusedKey key, Outgoing message, String reason)
            throws SQLException, FeedLost {
        if (key.attempts() + 1 < attempts || tellsOfOthers(message)) {
            keys.later(fence, key.key(), reason, wait(key.attempts() + 1));
            return;
        }
        lastTry.setAside(feed, fence, key, message, reason);
        refused.clear();
        refused.addAll(keys.all());
    }

    /** Or it would lead to a dead letter whose own news is refused in its turn, without end. */
    private static boolean tellsOfOthers(Outgoing message) {
        return message.address().equals(Topics.OPERATIONS);
    }

    private static Duration wait(int attempts) {
        long seconds = FIRST_WAIT_SECONDS << Math.min(attempts, 10);
        return Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT_SECONDS));
    }
}
