package dev.holdfast.jobs.start;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.contracts.scheduler.EndFire;
import dev.holdfast.contracts.scheduler.StartJob;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.jobs.JobKind;
import dev.holdfast.jobs.Jobs;
import dev.holdfast.jobs.NewJob;
import dev.holdfast.jobs.claim.Kinds;
import dev.holdfast.jobs.store.JobJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Starts jobs by command. A schedule whose job cannot be started is told that it has ended: it
 * would wait for ever.
 */
@ApplicationScoped
class StartJobHandler implements CommandHandler<StartJob> {

    private static final Logger LOG = Logger.getLogger(StartJobHandler.class);

    private final Kinds kinds;
    private final Jobs jobs;
    private final JobJson json;
    private final Outbox outbox;

    StartJobHandler(Kinds kinds, Jobs jobs, JobJson json, Outbox outbox) {
        this.kinds = kinds;
        this.jobs = jobs;
        this.json = json;
        this.outbox = outbox;
    }

    @Override
    public Class<StartJob> command() {
        return StartJob.class;
    }

    @Override
    public void handle(Received<StartJob> received) {
        JobKind<?> kind = kinds.named(received.body().kind());
        if (kind == null) {
            refuse(received, "unknown-kind", "There are no jobs of this kind in this service.");
        } else {
            start(received, kind);
        }
    }

    private <I> void start(Received<StartJob> received, JobKind<I> kind) {
        StartJob start = received.body();
        I input;
        try {
            input = json.read(start.input(), kind.input());
        } catch (IllegalArgumentException e) {
            refuse(received, "invalid-input", "The input is not what a job of this kind is given.");
            return;
        }
        var job =
                NewJob.of(kind, input, Cause.of(received.envelope()))
                        .withUniqueKey(start.uniqueKey())
                        .startedBy(start.schedule());
        UUID id = received.envelope().id();
        if (jobs.enqueue(id, job)) {
            LOG.infof("Job %s (%s) was started by command.", id, kind.name());
        } else {
            refuse(received, "already-there", "A job with this unique key waits or runs.");
        }
    }

    private void refuse(Received<StartJob> received, String reason, String detail) {
        StartJob start = received.body();
        Cause cause = Cause.of(received.envelope());
        UUID id = received.envelope().id();
        LOG.infof("No job was started by command %s: %s.", id, reason);
        outbox.publish(
                new CommandRefused(id, Catalogue.typeOf(start).id(), start.key(), reason, detail),
                cause);
        if (start.schedule() != null) {
            outbox.send(new EndFire(start.schedule(), id), cause);
        }
    }
}
