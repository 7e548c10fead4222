package dev.holdfast.scheduler.schedule;

import dev.holdfast.scheduler.retention.OldRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets times that came long ago. By then their schedules have moved on, so that none of them can
 * come again.
 */
@ApplicationScoped
class ScheduleRetention {

    private static final Logger LOG = Logger.getLogger(ScheduleRetention.class);

    private static final String FORGET =
            """
            WITH old AS MATERIALIZED (
                SELECT schedule, fire_at FROM schedule_fire
                WHERE state IN ('over', 'skipped') AND decided_at < now() - make_interval(secs => ?)
                ORDER BY decided_at
                LIMIT %d
                FOR UPDATE SKIP LOCKED
            )
            DELETE FROM schedule_fire AS fire USING old
            WHERE fire.schedule = old.schedule AND fire.fire_at = old.fire_at
            """
                    .formatted(OldRows.BATCH);

    private final OldRows old = new OldRows(FORGET);
    private final Duration retention;

    ScheduleRetention(@ConfigProperty(name = "holdfast.schedules.retention") Duration retention) {
        this.retention = retention;
    }

    @Scheduled(
            identity = "schedules-retention",
            every = "{holdfast.schedules.forget-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        long forgotten = old.olderThan(retention);
        if (forgotten > 0) {
            LOG.infof("Forgot %d times that came more than %s ago.", forgotten, retention);
        }
    }
}
