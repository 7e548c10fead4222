package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.DeleteSchedule;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Deletes schedules. Their rows stay, so that their versions go on should they be defined again.
 */
@ApplicationScoped
public class DeleteScheduleHandler implements CommandHandler<DeleteSchedule> {

    private final Changes changes;
    private final FireTable fires;

    DeleteScheduleHandler(Changes changes, FireTable fires) {
        this.changes = changes;
        this.fires = fires;
    }

    @Override
    public Class<DeleteSchedule> command() {
        return DeleteSchedule.class;
    }

    @Override
    public void handle(Received<DeleteSchedule> command) {
        changes.known(command)
                .ifPresent(
                        schedule -> {
                            fires.dropQueued(schedule.id());
                            fires.forgetOpen(schedule.id());
                            changes.store(schedule.deleted(), command);
                        });
    }
}
