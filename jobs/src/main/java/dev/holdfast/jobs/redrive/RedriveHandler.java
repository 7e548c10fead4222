package dev.holdfast.jobs.redrive;

import dev.holdfast.contracts.operations.RedriveDeadLetters;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.redrive.Redrives;
import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.jobs.Jobs;
import dev.holdfast.jobs.NewJob;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a redrive in: its row, the news of it and its job stand together. */
@ApplicationScoped
class RedriveHandler implements CommandHandler<RedriveDeadLetters> {

    private final Redrives redrives;
    private final Jobs jobs;
    private final RedriveJob kind;

    RedriveHandler(Redrives redrives, Jobs jobs, RedriveJob kind) {
        this.redrives = redrives;
        this.jobs = jobs;
        this.kind = kind;
    }

    @Override
    public Class<RedriveDeadLetters> command() {
        return RedriveDeadLetters.class;
    }

    @Override
    public void handle(Received<RedriveDeadLetters> received) {
        var command = received.body();
        if (command.selection() == null || command.ratePerSecond() < 1) {
            throw new PermanentFailure("A redrive needs a selection, and a rate from 1.");
        }
        redrives.begin(command);
        if (!command.dryRun()) {
            var input = new RedriveJob.Input(command.redriveId(), command.ratePerSecond());
            var job = NewJob.of(kind, input, Cause.of(received.envelope()));
            jobs.enqueue(job.withUniqueKey(command.redriveId().toString()));
        }
    }
}
