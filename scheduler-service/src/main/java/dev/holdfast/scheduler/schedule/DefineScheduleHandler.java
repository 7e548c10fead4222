package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.DefineSchedule;
import dev.holdfast.contracts.scheduler.ScheduleDefinition;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.jobs.calendar.Definitions;
import dev.holdfast.jobs.calendar.InvalidTiming;
import dev.holdfast.scheduler.fire.Fires;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Defines schedules. */
@ApplicationScoped
public class DefineScheduleHandler implements CommandHandler<DefineSchedule> {

    private final Changes changes;
    private final ScheduleTable table;
    private final Fires fires;

    DefineScheduleHandler(Changes changes, ScheduleTable table, Fires fires) {
        this.changes = changes;
        this.table = table;
        this.fires = fires;
    }

    @Override
    public Class<DefineSchedule> command() {
        return DefineSchedule.class;
    }

    @Override
    public void handle(Received<DefineSchedule> command) {
        DefineSchedule define = command.body();
        ScheduleDefinition definition;
        try {
            definition = Definitions.completed(define.definition());
            fires.command(definition.fire());
        } catch (InvalidTiming | PermanentFailure e) {
            changes.refuse(command, "invalid-schedule", e.getMessage());
            return;
        }
        Instant now = table.now();
        boolean enabled = !Boolean.FALSE.equals(define.enabled());
        Schedule defined =
                table.lock(define.schedule())
                        .map(known -> known.defined(definition, define.enabled(), now))
                        .orElseGet(
                                () -> Schedule.first(define.schedule(), definition, enabled, now));
        changes.store(defined, command);
    }
}
