package dev.holdfast.scheduler.timer;

import dev.holdfast.jobs.wake.Alarm;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Decides when to look for due timers: when the next one is due, when an earlier one has been set
 * here, and at every tick, for those that another node set and for a database clock that jumped.
 */
@ApplicationScoped
class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);
    private static final Duration NOW = Duration.ZERO;

    private final Firing firing;
    private final TimerMetrics metrics;
    private final Alarm alarm = new Alarm("timers", this::fireAllDue);

    Clockwork(Firing firing, TimerMetrics metrics) {
        this.firing = firing;
        this.metrics = metrics;
    }

    @Scheduled(identity = "timers", every = "{holdfast.timers.tick}")
    void tick() {
        alarm.ringIn(NOW);
    }

    void onTimersSet(@Observes(during = TransactionPhase.AFTER_SUCCESS) TimersSet set) {
        alarm.ringIn(set.untilFirst());
    }

    void onShutdown(@Observes ShutdownEvent shutdown) {
        alarm.close();
    }

    private void fireAllDue() {
        try {
            Fired fired;
            do {
                fired = firing.fire();
                tell(fired);
            } while (fired.full());
            if (fired.untilNext() != null) {
                alarm.ringIn(fired.untilNext());
            }
        } catch (SQLException e) {
            LOG.warnf("Timers that are due stay so until the next tick: %s", e.getMessage());
        }
    }

    private void tell(Fired fired) {
        if (fired.count() > 0) {
            metrics.fired(fired.lateness());
            LOG.infof(
                    "Fired %d timers, the latest %d ms after its time.",
                    fired.count(), fired.latest().toMillis());
        }
    }
}
