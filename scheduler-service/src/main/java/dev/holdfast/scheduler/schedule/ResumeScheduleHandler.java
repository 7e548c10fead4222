package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.ResumeSchedule;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Resumes schedules, which wait no longer for jobs of which nothing was heard: a job whose start
 * was given up never ends.
 */
@ApplicationScoped
public class ResumeScheduleHandler implements CommandHandler<ResumeSchedule> {

    private final Changes changes;
    private final ScheduleTable table;
    private final FireTable fires;

    ResumeScheduleHandler(Changes changes, ScheduleTable table, FireTable fires) {
        this.changes = changes;
        this.table = table;
        this.fires = fires;
    }

    @Override
    public Class<ResumeSchedule> command() {
        return ResumeSchedule.class;
    }

    @Override
    public void handle(Received<ResumeSchedule> command) {
        changes.known(command)
                .ifPresent(
                        schedule -> {
                            if (schedule.state() == ScheduleState.PAUSED) {
                                fires.forgetOpen(schedule.id());
                            }
                            changes.store(schedule.resumed(table.now()), command);
                        });
    }
}
