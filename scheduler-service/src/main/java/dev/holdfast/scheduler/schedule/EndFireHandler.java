package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.EndFire;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Goes on when the job of a schedule has ended: with what waits for it, or with a pause. */
@ApplicationScoped
public class EndFireHandler implements CommandHandler<EndFire> {

    private final ScheduleTable table;
    private final FireTable fires;
    private final Sending sending;
    private final Event<ScheduleMoved> moved;

    EndFireHandler(
            ScheduleTable table, FireTable fires, Sending sending, Event<ScheduleMoved> moved) {
        this.table = table;
        this.fires = fires;
        this.sending = sending;
        this.moved = moved;
    }

    @Override
    public Class<EndFire> command() {
        return EndFire.class;
    }

    @Override
    public void handle(Received<EndFire> command) {
        EndFire end = command.body();
        table.lock(end.schedule())
                .filter(schedule -> fires.end(schedule.id(), end.jobId()))
                .ifPresent(this::goOn);
    }

    private void goOn(Schedule schedule) {
        sending.fireQueued(schedule);
        boolean waits =
                schedule.state() == ScheduleState.ACTIVE
                        && schedule.nextFireAt() == null
                        && fires.open(schedule.id()).isEmpty();
        if (waits) {
            schedule.timetable()
                    .after(table.now())
                    .ifPresent(next -> table.store(schedule.goingOn(next)));
            moved.fire(new ScheduleMoved(schedule.id()));
        }
    }
}
