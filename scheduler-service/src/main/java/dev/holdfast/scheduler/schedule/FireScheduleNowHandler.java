package dev.holdfast.scheduler.schedule;

import dev.holdfast.contracts.scheduler.FireScheduleNow;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import jakarta.enterprise.context.ApplicationScoped;

/** Fires schedules when somebody asks for it. */
@ApplicationScoped
public class FireScheduleNowHandler implements CommandHandler<FireScheduleNow> {

    private final Changes changes;
    private final ScheduleTable table;
    private final Sending sending;

    FireScheduleNowHandler(Changes changes, ScheduleTable table, Sending sending) {
        this.changes = changes;
        this.table = table;
        this.sending = sending;
    }

    @Override
    public Class<FireScheduleNow> command() {
        return FireScheduleNow.class;
    }

    @Override
    public void handle(Received<FireScheduleNow> command) {
        changes.known(command)
                .ifPresent(
                        schedule ->
                                sending.fire(
                                        schedule, table.moment(), Cause.of(command.envelope())));
    }
}
