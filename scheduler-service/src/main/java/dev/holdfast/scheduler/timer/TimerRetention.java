package dev.holdfast.scheduler.timer;

import dev.holdfast.scheduler.retention.OldRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets timers that were fired or canceled long ago. Until then they are what a late or repeated
 * command meets, so the retention must be longer than any message may take to arrive.
 */
@ApplicationScoped
class TimerRetention {

    private static final Logger LOG = Logger.getLogger(TimerRetention.class);

    private static final String FORGET =
            """
            WITH old AS MATERIALIZED (
                SELECT id FROM timer
                WHERE state <> 'pending' AND ended_at < now() - make_interval(secs => ?)
                ORDER BY ended_at
                LIMIT %d
                FOR UPDATE SKIP LOCKED
            )
            DELETE FROM timer USING old WHERE timer.id = old.id
            """
                    .formatted(OldRows.BATCH);

    private final OldRows old = new OldRows(FORGET);
    private final Duration retention;

    TimerRetention(@ConfigProperty(name = "holdfast.timers.retention") Duration retention) {
        this.retention = retention;
    }

    @Scheduled(
            identity = "timers-retention",
            every = "{holdfast.timers.forget-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        long forgotten = old.olderThan(retention);
        if (forgotten > 0) {
            LOG.infof("Forgot %d timers that ended more than %s ago.", forgotten, retention);
        }
    }
}
