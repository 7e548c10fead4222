package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.claim.Kinds;
import dev.holdfast.jobs.lease.LeasedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Starts jobs that were claimed, each on a virtual thread of its own. */
@ApplicationScoped
class Launcher {

    private static final Logger LOG = Logger.getLogger(Launcher.class);

    private final Kinds kinds;
    private final Attempt attempt;
    private final Judgment judgment;
    private final Executions executions;
    private final JobMetrics metrics;

    Launcher(
            Kinds kinds,
            Attempt attempt,
            Judgment judgment,
            Executions executions,
            JobMetrics metrics) {
        this.kinds = kinds;
        this.attempt = attempt;
        this.judgment = judgment;
        this.executions = executions;
        this.metrics = metrics;
    }

    /**
     * Starts the job.
     *
     * @param ended told when it has ended how long it is until there may be more to do
     */
    void start(LeasedJob job, Consumer<Duration> ended) {
        if (job.takenOver()) {
            LOG.infof("Job %s (%s) is taken over from a dead worker.", job.id(), job.kind());
            metrics.takenOver();
        }
        var execution =
                new Execution(
                        job,
                        kinds.named(job.kind()),
                        attempt,
                        judgment,
                        (run, verdict) -> {
                            executions.remove(run);
                            tell(job, verdict);
                            ended.accept(untilMore(verdict));
                        });
        executions.add(execution);
        Thread.ofVirtual().name("job-" + job.id()).start(execution);
    }

    private void tell(LeasedJob job, Verdict verdict) {
        LOG.infof(
                "Job %s (%s): attempt %d ended: %s.",
                job.id(), job.kind(), job.attempt(), verdict.label());
        metrics.ended(job.kind(), verdict);
    }

    private static Duration untilMore(Verdict verdict) {
        return verdict instanceof Verdict.Retry(var error, var delay) ? delay : Duration.ZERO;
    }
}
