package dev.holdfast.courier.relay;

import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.outbox.Committed;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Relays every feed of this service, each on a thread of its own: rung as soon as a transaction of
 * this process commits, and by asking the database for what other processes have left.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final List<RelayFeed> feeds = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final FeedWatch watch;
    private final List<CursorTable> cursors = new ArrayList<>();
    private final Backoff pace = new Backoff(Duration.ofMillis(5), Duration.ofSeconds(1), 0.1);
    private final Wake stopping = new Wake();
    private volatile boolean stopped;

    Relay(
            DataSource database,
            @All List<Feed> furtherFeeds,
            @All List<Carrier> carriers,
            LastTry lastTry,
            @ConfigProperty(name = "holdfast.relay.attempts") int attempts,
            RelayMetrics metrics,
            SendSpans spans) {
        Map<Broker, Carrier> byBroker =
                carriers.stream().collect(Collectors.toMap(Carrier::broker, Function.identity()));
        List<Feed> all = new ArrayList<>(List.of(Feed.COMMANDS, Feed.EVENTS));
        all.addAll(furtherFeeds);
        for (Feed feed : all) {
            cursors.add(new CursorTable(database, feed));
            feeds.add(
                    RelayFeed.over(
                            database,
                            feed,
                            byBroker.get(feed.broker()),
                            lastTry,
                            attempts,
                            metrics,
                            spans));
        }
        watch = new FeedWatch(database, all);
    }

    void start(@Observes StartupEvent start) throws SQLException {
        for (CursorTable cursor : cursors) {
            cursor.create();
        }
        for (RelayFeed feed : feeds) {
            threads.add(Thread.ofVirtual().name("relay-" + feed.feed().name()).start(feed));
        }
        threads.add(Thread.ofVirtual().name("relay-watch").start(this::watch));
    }

    void committed(@Observes Committed committed) {
        feeds.forEach(RelayFeed::ring);
    }

    /** Late, so that what the last handlers wrote still leaves; before the pools close. */
    void stop(@Observes @Priority(10_000) ShutdownEvent stop) throws InterruptedException {
        stopped = true;
        stopping.ring();
        feeds.forEach(RelayFeed::stop);
        for (Thread thread : threads) {
            if (!thread.join(GRACE)) {
                LOG.warnf("%s did not end in time; its lease will run out.", thread.getName());
            }
        }
    }

    private void watch() {
        try {
            while (!stopped) {
                ringWhatWaits();
                stopping.await(pace.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ringWhatWaits() {
        try {
            Set<String> waiting = watch.waiting();
            feeds.stream().filter(feed -> waiting.contains(feed.feed().name())).forEach(this::ring);
        } catch (SQLException e) {
            LOG.warnf("The relay cannot ask the database what waits: %s", e.getMessage());
        }
    }

    /**
     * What is found while the feed's relay rests was written by another process: more may follow,
     * so ask again soon. What this process writes rings by itself.
     */
    private void ring(RelayFeed feed) {
        if (feed.resting()) {
            pace.reset();
        }
        feed.ring();
    }
}
