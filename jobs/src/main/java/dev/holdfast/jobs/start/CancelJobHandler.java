package dev.holdfast.jobs.start;

import dev.holdfast.contracts.scheduler.CancelJob;
import dev.holdfast.courier.handler.CommandHandler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Cancels jobs by command. One that has ended is left alone. */
@ApplicationScoped
class CancelJobHandler implements CommandHandler<CancelJob> {

    private static final Logger LOG = Logger.getLogger(CancelJobHandler.class);

    private final Jobs jobs;

    CancelJobHandler(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Class<CancelJob> command() {
        return CancelJob.class;
    }

    @Override
    public void handle(Received<CancelJob> received) {
        var job = received.body().jobId();
        if (jobs.cancel(job)) {
            LOG.infof("Job %s is to end: canceled by command.", job);
        }
    }
}
