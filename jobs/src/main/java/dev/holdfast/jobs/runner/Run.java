package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.JobStopped;
import dev.holdfast.jobs.JobStopped.Reason;
import dev.holdfast.jobs.RunningJob;
import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.lease.Leases;
import dev.holdfast.jobs.store.JobJson;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** One run of a job, and what its kind sees of it. */
final class Run<I> implements RunningJob<I> {

    private final LeasedJob leased;
    private final I input;
    private final Leases leases;
    private final JobJson json;
    private final AtomicReference<Reason> stop;

    Run(LeasedJob leased, I input, Leases leases, JobJson json, AtomicReference<Reason> stop) {
        this.leased = leased;
        this.input = input;
        this.leases = leases;
        this.json = json;
        this.stop = stop;
    }

    @Override
    public UUID id() {
        return leased.id();
    }

    @Override
    public I input() {
        return input;
    }

    @Override
    public int attempt() {
        return leased.attempt();
    }

    @Override
    public long fence() {
        return leased.lease();
    }

    @Override
    public <C> Optional<C> checkpoint(Class<C> type) {
        return Optional.ofNullable(leased.checkpoint()).map(written -> json.read(written, type));
    }

    @Override
    public void checkpoint(Object progress) {
        if (!leases.checkpoint(leased, json.write(progress))) {
            stop.set(Reason.LEASE_LOST);
        }
        goOn();
    }

    @Override
    public void goOn() {
        Reason reason = stop.get();
        if (reason != null) {
            throw new JobStopped(reason);
        }
    }
}
