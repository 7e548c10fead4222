package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.PauseSchedule;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Pauses schedules. What waits for the end of a job is still sent then. */
@ApplicationScoped
public class PauseScheduleHandler implements CommandHandler<PauseSchedule> {

    private final Changes changes;

    PauseScheduleHandler(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Class<PauseSchedule> command() {
        return PauseSchedule.class;
    }

    @Override
    public void handle(Received<PauseSchedule> command) {
        changes.known(command).ifPresent(schedule -> changes.store(schedule.paused(), command));
    }
}
