package dev.holdfast.courier.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the outbox from growing: truncates the partitions that every feed has relayed and that are
 * older than the repair horizon. No row is ever deleted, so nothing is left to be vacuumed,
 * whatever holds xmin back.
 */
@ApplicationScoped
public class OutboxRing {

    private static final Logger LOG = Logger.getLogger(OutboxRing.class);
    private static final String NOW =
            "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final int TRIES = 6;

    private final DataSource database;
    private final Duration horizon;
    private final Counter truncated;

    OutboxRing(
            DataSource database,
            @ConfigProperty(name = "holdfast.courier.horizon") Duration horizon,
            MeterRegistry meters) {
        if (horizon.isNegative() || horizon.compareTo(Ring.LONGEST_HORIZON) > 0) {
            throw new IllegalArgumentException(
                    "holdfast.courier.horizon is at most %d hours, since the outbox is a ring of four days; it is %s."
                            .formatted(Ring.LONGEST_HORIZON.toHours(), horizon));
        }
        this.database = database;
        this.horizon = horizon;
        this.truncated = meters.counter("holdfast.outbox.truncated");
    }

    /**
     * Truncates what can be. A partition that is needed, or too busy to be locked for a moment, is
     * left for the next time. Running it at the same time elsewhere does no harm.
     *
     * @throws OutboxFailure if the database did not answer
     */
    public void truncatePast() {
        Instant now = now();
        for (int slot : Ring.past(now, horizon)) {
            if (ask(connection -> SlotTruncation.filled(connection, slot))) {
                truncate(slot, now.minus(horizon));
            }
        }
    }

    private void truncate(int slot, Instant keptSince) {
        if (!ask(connection -> SlotTruncation.doneWith(connection, slot, keptSince))) {
            LOG.warnf(
                    "outbox_%d is past, but holds messages that are not relayed or not old enough; it is kept.",
                    slot);
            return;
        }
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                if (ask(c -> SlotTruncation.truncate(c, slot, keptSince, PATIENCE))) {
                    truncated.increment();
                    LOG.infof(
                            "Truncated outbox_%d: everything in it is relayed and older than %s.",
                            slot, horizon);
                }
                return;
            } catch (OutboxFailure e) {
                if (!(e.getCause() instanceof SQLException cause)
                        || !LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                    throw e;
                }
                pause(attempt);
            }
        }
        LOG.infof("outbox_%d is too busy to be truncated now; it is tried again later.", slot);
    }

    /** So that whoever waited behind our request for the lock gets through meanwhile. */
    private static void pause(int attempt) {
        long longest = PATIENCE.toNanos() << attempt;
        LockSupport.parkNanos(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
    }

    private Instant now() {
        return ask(
                connection -> {
                    try (var select = connection.prepareStatement(NOW);
                            ResultSet row = select.executeQuery()) {
                        row.next();
                        return Instant.ofEpochMilli(row.getLong(1));
                    }
                });
    }

    /** Each in a transaction of its own, whatever the caller has begun. */
    private <T> T ask(Question<T> question) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            try (Connection connection = database.getConnection()) {
                                return question.of(connection);
                            } catch (SQLException e) {
                                throw new OutboxFailure("The outbox could not be truncated.", e);
                            }
                        });
    }

    private interface Question<T> {
        T of(Connection connection) throws SQLException;
    }
}
