package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.scheduler.CancelJob;
import dev.holdfast.contracts.scheduler.ScheduleFired;
import dev.holdfast.contracts.scheduler.StartJob;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.jobs.calendar.Definitions;
import dev.holdfast.jobs.calendar.JobOverlap;
import dev.holdfast.scheduler.fire.Fires;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Sends what a schedule sends at one of its times, or does not, as its policy for overlaps has it.
 * The schedule is locked by the current transaction.
 */
@ApplicationScoped
class Sending {

    /** Beyond so many waiting, a time is left out: whoever is that late will not catch up. */
    static final int LONGEST_QUEUE = 100;

    private static final String OPEN = "open";
    private static final String OVER = "over";
    private static final String QUEUED = "queued";
    private static final String SKIPPED = "skipped";

    private final FireTable table;
    private final Fires fires;
    private final Outbox outbox;
    private final ScheduleMetrics metrics;

    Sending(FireTable table, Fires fires, Outbox outbox, ScheduleMetrics metrics) {
        this.table = table;
        this.fires = fires;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /**
     * A time has come. Does nothing if it had come before.
     *
     * @param schedule with the time that follows
     * @param asked what asked for it besides the schedule's times; null if it is one of them
     */
    void fire(Schedule schedule, Instant fireAt, Cause asked) {
        List<UUID> open = table.open(schedule.id());
        var overlap = Definitions.overlap(schedule.definition());
        if (open.isEmpty()
                || overlap == JobOverlap.ALLOW
                || overlap == JobOverlap.CANCEL_PREVIOUS) {
            if (send(schedule, fireAt, asked) && overlap == JobOverlap.CANCEL_PREVIOUS) {
                open.forEach(job -> cancel(schedule, job, asked));
            }
            return;
        }
        boolean queue = overlap == JobOverlap.QUEUE && table.queued(schedule.id()) < LONGEST_QUEUE;
        String outcome = queue ? QUEUED : SKIPPED;
        if (table.insert(schedule.id(), fireAt, outcome, null)) {
            told(schedule, fireAt, outcome, null, asked);
        }
    }

    /** Sends what waits for the end of the job that has just ended. */
    void fireQueued(Schedule schedule) {
        if (!table.open(schedule.id()).isEmpty()) {
            return;
        }
        UUID id = MessageIds.next();
        table.openQueued(schedule.id(), id)
                .ifPresent(
                        fireAt -> {
                            outbox.send(id, command(schedule), Cause.begin(id));
                            told(schedule, fireAt, "fired", id, null);
                        });
    }

    private boolean send(Schedule schedule, Instant fireAt, Cause asked) {
        UUID id = MessageIds.next();
        Command command = command(schedule);
        String state = command instanceof StartJob ? OPEN : OVER;
        if (!table.insert(schedule.id(), fireAt, state, id)) {
            return false;
        }
        outbox.send(id, command, asked == null ? Cause.begin(id) : asked);
        told(schedule, fireAt, "fired", id, asked);
        return true;
    }

    private void cancel(Schedule schedule, UUID job, Cause asked) {
        if (command(schedule) instanceof StartJob start) {
            outbox.send(
                    new CancelJob(start.service(), job), asked == null ? Cause.begin(job) : asked);
        }
    }

    private Command command(Schedule schedule) {
        Command command = fires.command(schedule.definition().fire());
        return command instanceof StartJob start ? start.by(schedule.id()) : command;
    }

    private void told(
            Schedule schedule, Instant fireAt, String outcome, UUID command, Cause asked) {
        metrics.came(outcome);
        Cause story = command == null ? Cause.begin(MessageIds.next()) : Cause.begin(command);
        outbox.publish(
                new ScheduleFired(schedule.id(), fireAt, outcome, command, schedule.nextFireAt()),
                asked == null ? story : asked);
    }
}
