package dev.holdfast.jobs.redrive;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.operations.CancelRedrive;
import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.redrive.Redrives;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a redrive. Its job finds that out at its next step, and ends with nothing sent. */
@ApplicationScoped
class CancelHandler implements CommandHandler<CancelRedrive> {

    private final Redrives redrives;
    private final Outbox outbox;

    CancelHandler(Redrives redrives, Outbox outbox) {
        this.redrives = redrives;
        this.outbox = outbox;
    }

    @Override
    public Class<CancelRedrive> command() {
        return CancelRedrive.class;
    }

    @Override
    public void handle(Received<CancelRedrive> received) {
        var command = received.body();
        var cause = Cause.of(received.envelope());
        if (!redrives.cancel(command.redriveId(), command.by(), command.reason(), cause)) {
            outbox.publish(
                    new CommandRefused(
                            received.envelope().id(),
                            Catalogue.typeOf(command).id(),
                            command.key(),
                            "redrive_not_running",
                            "There is no redrive %s that is running."
                                    .formatted(command.redriveId())),
                    cause);
        }
    }
}
