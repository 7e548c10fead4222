package dev.holdfast.jobs.runner;

import dev.holdfast.courier.retry.PermanentFailure;
import dev.holdfast.jobs.JobKind;
import dev.holdfast.jobs.JobStopped;
import dev.holdfast.jobs.JobStopped.Reason;
import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.lease.Leases;
import dev.holdfast.jobs.store.JobJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Has a kind do the work of a job, and judges what came of it. Writes nothing itself. */
@ApplicationScoped
class Attempt {

    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private static final int LONGEST_ERROR = 2000;

    private final Leases leases;
    private final JobJson json;
    private final JobSpans spans;

    Attempt(Leases leases, JobJson json, JobSpans spans) {
        this.leases = leases;
        this.json = json;
        this.spans = spans;
    }

    /**
     * Does the work.
     *
     * @param stop set from outside when the run is not to go on
     */
    <I> Verdict of(JobKind<I> kind, LeasedJob job, AtomicReference<Reason> stop) {
        if (job.canceled()) {
            return new Verdict.Stopped(Reason.CANCELED);
        }
        if (job.attempt() > job.maxAttempts()) {
            return new Verdict.Failed(
                    "Given up: none of its %d attempts came to an end."
                            .formatted(job.maxAttempts()));
        }
        I input;
        try {
            input = json.read(job.input(), kind.input());
        } catch (IllegalArgumentException e) {
            return new Verdict.Failed(e.getMessage());
        }
        return spans.within(job, () -> run(kind, job, input, stop));
    }

    private <I> Verdict run(JobKind<I> kind, LeasedJob job, I input, AtomicReference<Reason> stop) {
        try {
            kind.run(new Run<>(job, input, leases, json, stop));
            return new Verdict.Succeeded();
        } catch (JobStopped e) {
            return new Verdict.Stopped(e.reason());
        } catch (PermanentFailure e) {
            LOG.warnf(e, "Job %s (%s) failed for good.", job.id(), kind.name());
            return new Verdict.Failed(told(e));
        } catch (Exception | Error e) {
            return stop.get() == null ? failed(kind, job, e) : new Verdict.Stopped(stop.get());
        }
    }

    private static Verdict failed(JobKind<?> kind, LeasedJob job, Throwable failure) {
        LOG.warnf(
                failure,
                "Job %s (%s) failed in attempt %d of %d.",
                job.id(),
                kind.name(),
                job.attempt(),
                job.maxAttempts());
        return job.attempt() < job.maxAttempts()
                ? new Verdict.Retry(told(failure), kind.backoff(job.attempt()))
                : new Verdict.Failed(told(failure));
    }

    /** What failed, so that the table can hold it. */
    private static String told(Throwable failure) {
        String text = failure.toString().replace('\u0000', ' ');
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
