package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.JobKind;
import dev.holdfast.jobs.JobStopped.Reason;
import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.store.JobStoreFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** A job on its thread: the work, then the writing of what came of it. */
final class Execution implements Runnable {

    private static final Logger LOG = Logger.getLogger(Execution.class);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);

    private final LeasedJob job;
    private final JobKind<?> kind;
    private final Attempt attempt;
    private final Judgment judgment;
    private final BiConsumer<Execution, Verdict> ended;
    private final AtomicReference<Reason> stop = new AtomicReference<>();
    private Thread working;

    Execution(
            LeasedJob job,
            JobKind<?> kind,
            Attempt attempt,
            Judgment judgment,
            BiConsumer<Execution, Verdict> ended) {
        this.job = job;
        this.kind = kind;
        this.attempt = attempt;
        this.judgment = judgment;
        this.ended = ended;
    }

    LeasedJob job() {
        return job;
    }

    @Override
    public void run() {
        Verdict verdict = new Verdict.Stopped(Reason.LEASE_LOST);
        try {
            work(Thread.currentThread());
            verdict = attempt.of(kind, job, stop);
            work(null);
            // An interruption was meant for the work, which has ended.
            Thread.interrupted();
            if (!write(verdict)) {
                verdict = new Verdict.Stopped(Reason.LEASE_LOST);
            }
        } finally {
            ended.accept(this, verdict);
        }
    }

    /** Has the work end at its next step. */
    void stop(Reason reason) {
        stop.compareAndSet(null, reason);
    }

    /** Has the work end now, wherever it is; what came of it is written nevertheless. */
    synchronized void interrupt() {
        if (working != null) {
            working.interrupt();
        }
    }

    private synchronized void work(Thread thread) {
        working = thread;
    }

    /** Until it is written or no longer ours to write, else nobody would touch the job again. */
    private boolean write(Verdict verdict) {
        while (stop.get() != Reason.LEASE_LOST) {
            try {
                return judgment.write(job, verdict);
            } catch (JobStoreFailure e) {
                LOG.warnf("The end of job %s could not be written yet: %s", job.id(), e.getCause());
                if (!pause()) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_WRITES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
