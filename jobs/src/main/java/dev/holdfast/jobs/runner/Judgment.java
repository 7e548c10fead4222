package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.history.Endings;
import dev.holdfast.jobs.history.Outcome;
import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.lease.Leases;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what came of a run. */
@ApplicationScoped
class Judgment {

    private final Endings endings;
    private final Leases leases;

    Judgment(Endings endings, Leases leases) {
        this.endings = endings;
        this.leases = leases;
    }

    /**
     * Writes the verdict.
     *
     * @return false if the job is no longer this worker's, in which case nothing was written
     * @throws dev.holdfast.jobs.store.JobStoreFailure if the database could not be reached
     */
    boolean write(LeasedJob job, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Succeeded() -> endings.end(job, Outcome.SUCCEEDED, null);
            case Verdict.Failed(String error) -> endings.end(job, Outcome.FAILED, error);
            case Verdict.Retry(var error, var delay) -> endings.retry(job, error, delay);
            case Verdict.Stopped(var reason) ->
                    switch (reason) {
                        case CANCELED -> endings.end(job, Outcome.CANCELED, null);
                        case SHUTDOWN -> leases.handBack(job);
                        case LEASE_LOST -> false;
                    };
        };
    }
}
