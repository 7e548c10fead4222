package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.ScheduleChanged;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.scheduler.fire.Fires;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fires schedules that are due.
 *
 * <p><b>Guarantee.</b> Of each time of a schedule there is one row, written in the transaction that
 * sends its command and moves the schedule on: it fires once, whoever else is firing and wherever a
 * process is killed, and never before its time by the database's clock.
 */
@ApplicationScoped
class ScheduleFiring {

    private static final Logger LOG = Logger.getLogger(ScheduleFiring.class);

    private final ScheduleTable table;
    private final FireTable fires;
    private final Sending sending;
    private final Fires commands;
    private final Outbox outbox;
    private final ScheduleMetrics metrics;
    private final Duration onTime;

    ScheduleFiring(
            ScheduleTable table,
            FireTable fires,
            Sending sending,
            Fires commands,
            Outbox outbox,
            ScheduleMetrics metrics,
            @ConfigProperty(name = "holdfast.schedules.on-time") Duration onTime) {
        this.table = table;
        this.fires = fires;
        this.sending = sending;
        this.commands = commands;
        this.outbox = outbox;
        this.metrics = metrics;
        this.onTime = onTime;
    }

    /**
     * Fires some that are due.
     *
     * @return how many schedules, {@link ScheduleTable#BATCH} if there may be more
     */
    int fireDue() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            List<Schedule> due = table.lockDue();
                            if (!due.isEmpty()) {
                                Instant now = table.now();
                                due.forEach(schedule -> fire(schedule, now));
                            }
                            return due.size();
                        });
    }

    /** Computes anew what an older edition of the time zones has computed. */
    int recompute() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            List<Schedule> outdated = table.lockOutdated();
                            if (!outdated.isEmpty()) {
                                Instant now = table.now();
                                outdated.forEach(schedule -> moveOn(schedule, now));
                                LOG.infof(
                                        "Computed the next time of %d schedules anew by time zones"
                                                + " %s.",
                                        outdated.size(), Tzdb.version());
                            }
                            return outdated.size();
                        });
    }

    private void fire(Schedule schedule, Instant now) {
        try {
            commands.command(schedule.definition().fire());
        } catch (PermanentFailure e) {
            LOG.errorf(
                    "Schedule %s is paused: what it sends is no longer understood. %s",
                    schedule.id(), e.getMessage());
            leave(schedule.paused());
            return;
        }
        var due = Due.of(schedule, now, onTime);
        Schedule after = schedule.goingOn(schedule.timetable().after(now).orElse(null));
        for (Instant time : due.times()) {
            sending.fire(after, time, null);
            metrics.late(Duration.between(time, now));
        }
        if (due.someMissed()) {
            metrics.missed();
            LOG.warnf("Schedule %s left out times that it had missed.", schedule.id());
        }
        LOG.infof("Fired schedule %s, times: %d.", schedule.id(), due.times().size());
        moveOn(schedule, now);
    }

    private void moveOn(Schedule schedule, Instant now) {
        if (schedule.waitsForEnds() && !fires.open(schedule.id()).isEmpty()) {
            table.store(schedule.goingOn(null));
            return;
        }
        schedule.timetable()
                .after(now)
                .ifPresentOrElse(
                        next -> table.store(schedule.goingOn(next)), () -> leave(schedule.ended()));
    }

    /** It fires no more by itself, and nobody asked for that. */
    private void leave(Schedule stopped) {
        table.store(stopped);
        outbox.publish(
                new ScheduleChanged(
                        stopped.id(),
                        stopped.definition(),
                        ScheduleTable.label(stopped.state()),
                        stopped.definedAt(),
                        null),
                stopped.version(),
                Cause.begin(MessageIds.next()));
    }
}
