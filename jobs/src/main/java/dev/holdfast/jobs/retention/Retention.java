package dev.holdfast.jobs.retention;

import dev.holdfast.courier.outbox.OutboxRing;
import dev.holdfast.jobs.JobKind;
import dev.holdfast.jobs.RunningJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The built-in job that drops what a service no longer needs: whole partitions, never row by row.
 * Each step stands for itself, so one that is interrupted has nothing to go on from.
 */
@ApplicationScoped
public class Retention implements JobKind<Retention.Limits> {

    private final OutboxRing outbox;
    private final OldInboxPartitions inbox;
    private final HistoryRing history;
    private final DeadWorkers workers;

    Retention(
            OutboxRing outbox, OldInboxPartitions inbox, HistoryRing history, DeadWorkers workers) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.history = history;
        this.workers = workers;
    }

    /**
     * What is too old.
     *
     * @param inbox how long the ids of messages taken in are known
     */
    public record Limits(Duration inbox) {}

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Class<Limits> input() {
        return Limits.class;
    }

    @Override
    public int maxAttempts() {
        return 10;
    }

    @Override
    public void run(RunningJob<Limits> job) {
        outbox.truncatePast();
        job.goOn();
        inbox.dropOlderThan(job.input().inbox());
        job.goOn();
        history.empty();
        job.goOn();
        workers.forget();
    }
}
