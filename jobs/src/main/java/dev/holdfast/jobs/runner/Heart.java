package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.JobStopped.Reason;
import dev.holdfast.jobs.lease.Held;
import dev.holdfast.jobs.lease.Leases;
import dev.holdfast.jobs.lease.Worker;
import dev.holdfast.jobs.store.JobStoreFailure;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Beats while there are jobs, and learns from each beat which of them were canceled or lost.
 *
 * <p><b>Guarantee.</b> A process that cannot beat stops its own work before others take it for
 * dead, and goes on as another worker: so what it held is taken over even if it recovers at that
 * moment.
 */
@Startup
@ApplicationScoped
class Heart {

    private static final Logger LOG = Logger.getLogger(Heart.class);

    private final Leases leases;
    private final Executions executions;
    private final Duration silence;
    private volatile Worker worker;
    private volatile long lastBeat;

    Heart(
            Leases leases,
            Executions executions,
            @ConfigProperty(name = "holdfast.jobs.node") String node,
            @ConfigProperty(name = "holdfast.jobs.beat") Duration beat,
            @ConfigProperty(name = "holdfast.jobs.dead-after") Duration deadAfter) {
        if (beat.multipliedBy(2).compareTo(deadAfter) > 0) {
            throw new IllegalArgumentException(
                    "holdfast.jobs.dead-after (%s) must be at least twice holdfast.jobs.beat (%s)."
                            .formatted(deadAfter, beat));
        }
        this.leases = leases;
        this.executions = executions;
        this.silence = deadAfter.multipliedBy(2).dividedBy(3);
        this.worker = Worker.on(node);
    }

    /** Who holds what is claimed now. */
    Worker worker() {
        return worker;
    }

    /** A claim that was asked for at this time was granted, which is a beat as well. */
    void beatenAt(long nanoTime) {
        lastBeat = nanoTime;
    }

    @Scheduled(
            identity = "jobs-beat",
            every = "{holdfast.jobs.beat}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        List<Execution> known = executions.all();
        if (known.isEmpty()) {
            return;
        }
        long asked = System.nanoTime();
        try {
            heed(known, leases.beat(worker));
            beatenAt(asked);
        } catch (JobStoreFailure e) {
            LOG.warnf("The worker could not beat: %s", e.getCause());
        }
    }

    @Scheduled(identity = "jobs-watch", every = "1s")
    void watch() {
        if (executions.none() || System.nanoTime() - lastBeat < silence.toNanos()) {
            return;
        }
        LOG.errorf("The worker has not beaten for %s and stops its jobs.", silence);
        worker = Worker.on(worker.node());
        beatenAt(System.nanoTime());
        executions.stopAll(Reason.LEASE_LOST);
        executions.interruptAll();
    }

    /**
     * Leaves the list of workers; whoever still holds something stays on it until presumed dead.
     */
    void rest() {
        try {
            leases.leave(worker);
        } catch (JobStoreFailure e) {
            LOG.warnf("The worker could not leave: %s", e.getCause());
        }
    }

    private static void heed(List<Execution> known, List<Held> held) {
        Map<UUID, Held> byJob =
                held.stream().collect(Collectors.toMap(Held::id, Function.identity()));
        for (Execution execution : known) {
            Held row = byJob.get(execution.job().id());
            if (row == null || row.lease() != execution.job().lease()) {
                execution.stop(Reason.LEASE_LOST);
                execution.interrupt();
            } else if (row.canceled()) {
                execution.stop(Reason.CANCELED);
            }
        }
    }
}
