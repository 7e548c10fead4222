package dev.holdfast.scheduler.schedule;

import dev.holdfast.jobs.wake.Alarm;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Decides when to look for schedules that are due: when the next one is, when one was changed here,
 * and at every tick, for those that another node changed and for a database clock that jumped.
 */
@ApplicationScoped
class ScheduleClockwork {

    private static final Logger LOG = Logger.getLogger(ScheduleClockwork.class);

    private final ScheduleFiring firing;
    private final ScheduleTable table;
    private final Alarm alarm = new Alarm("schedules", this::fireAllDue);
    private final AtomicBoolean upToDate = new AtomicBoolean();

    ScheduleClockwork(ScheduleFiring firing, ScheduleTable table) {
        this.firing = firing;
        this.table = table;
    }

    @Scheduled(identity = "schedules", every = "{holdfast.schedules.tick}")
    void tick() {
        alarm.ringIn(Duration.ZERO);
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScheduleMoved moved) {
        alarm.ringIn(Duration.ZERO);
    }

    void onShutdown(@Observes ShutdownEvent shutdown) {
        alarm.close();
    }

    private void fireAllDue() {
        try {
            while (!upToDate.get()) {
                upToDate.set(firing.recompute() < ScheduleTable.BATCH);
            }
            int fired;
            do {
                fired = firing.fireDue();
            } while (fired == ScheduleTable.BATCH);
            Long next = QuarkusTransaction.requiringNew().call(table::untilNext);
            if (next != null) {
                alarm.ringIn(Duration.of(next, ChronoUnit.MICROS));
            }
        } catch (RuntimeException e) {
            LOG.warnf("Schedules that are due stay so until the next tick: %s", e.getMessage());
        }
    }
}
