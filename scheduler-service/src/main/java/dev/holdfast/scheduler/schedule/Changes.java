package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.contracts.scheduler.ScheduleChanged;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Changes schedules by command, and tells of it. */
@ApplicationScoped
class Changes {

    private static final Logger LOG = Logger.getLogger(Changes.class);

    private final ScheduleTable table;
    private final Outbox outbox;
    private final Event<ScheduleMoved> moved;

    Changes(ScheduleTable table, Outbox outbox, Event<ScheduleMoved> moved) {
        this.table = table;
        this.outbox = outbox;
        this.moved = moved;
    }

    /** The schedule that a command is about, locked; refuses the command if there is none. */
    Optional<Schedule> known(Received<? extends Command> command) {
        var schedule =
                table.lock(command.body().key()).filter(s -> s.state() != ScheduleState.DELETED);
        if (schedule.isEmpty()) {
            refuse(
                    command,
                    "unknown-schedule",
                    "There is no schedule '%s'.".formatted(command.body().key()));
        }
        return schedule;
    }

    void refuse(Received<? extends Command> command, String reason, String detail) {
        LOG.infof("Refused %s: %s", command.envelope().id(), reason);
        outbox.publish(
                new CommandRefused(
                        command.envelope().id(),
                        Catalogue.typeOf(command.body()).id(),
                        command.body().key(),
                        reason,
                        detail),
                Cause.of(command.envelope()));
    }

    void store(Schedule schedule, Received<? extends Command> command) {
        table.store(schedule);
        String state = ScheduleTable.label(schedule.state());
        outbox.publish(
                new ScheduleChanged(
                        schedule.id(),
                        schedule.definition(),
                        state,
                        schedule.definedAt(),
                        schedule.nextFireAt()),
                schedule.version(),
                Cause.of(command.envelope()));
        moved.fire(new ScheduleMoved(schedule.id()));
        LOG.infof("Schedule %s is %s in version %d.", schedule.id(), state, schedule.version());
    }
}
