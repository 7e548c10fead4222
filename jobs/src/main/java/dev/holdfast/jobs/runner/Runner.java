package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.JobStopped.Reason;
import dev.holdfast.jobs.JobWaiting;
import dev.holdfast.jobs.claim.Claims;
import dev.holdfast.jobs.lease.LeasedJob;
import dev.holdfast.jobs.store.JobStoreFailure;
import dev.holdfast.jobs.wake.Alarm;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Decides when to look for jobs: when one was enqueued here, when one has ended, and at every tick
 * for those that others enqueued or died over.
 */
@ApplicationScoped
class Runner {

    private static final Logger LOG = Logger.getLogger(Runner.class);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(2);

    private final Claims claims;
    private final Heart heart;
    private final Executions executions;
    private final Launcher launcher;
    private final Duration grace;
    private final Alarm alarm = new Alarm("jobs", this::look);
    private final AtomicBoolean ticked = new AtomicBoolean();

    Runner(
            Claims claims,
            Heart heart,
            Executions executions,
            Launcher launcher,
            @ConfigProperty(name = "holdfast.jobs.grace") Duration grace) {
        this.claims = claims;
        this.heart = heart;
        this.executions = executions;
        this.launcher = launcher;
        this.grace = grace;
    }

    @Scheduled(identity = "jobs-poll", every = "{holdfast.jobs.poll}")
    void tick() {
        ticked.set(true);
        alarm.ringIn(Duration.ZERO);
    }

    void onJobWaiting(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobWaiting waiting) {
        alarm.ringIn(waiting.delay());
    }

    /** Work ends at its next step, or is interrupted when the grace is over, and is handed back. */
    void onShutdown(@Observes ShutdownEvent shutdown) throws InterruptedException {
        alarm.close();
        executions.stopAll(Reason.SHUTDOWN);
        if (!executions.awaitNone(grace)) {
            executions.interruptAll();
            executions.awaitNone(LAST_MOMENT);
        }
        heart.rest();
    }

    private void look() {
        try {
            if (ticked.compareAndSet(true, false)) {
                start(free -> claims.claimAll(heart.worker(), free));
            } else {
                start(free -> claims.claimDue(heart.worker(), free));
            }
        } catch (JobStoreFailure e) {
            LOG.warnf("No jobs could be claimed; the next tick tries again: %s", e.getCause());
        }
    }

    /** Starts as many as there is room for; the end of each has this looked at again. */
    private void start(IntFunction<List<LeasedJob>> claim) {
        int free = executions.free();
        if (free == 0) {
            return;
        }
        long asked = System.nanoTime();
        List<LeasedJob> claimed = claim.apply(free);
        if (!claimed.isEmpty()) {
            heart.beatenAt(asked);
        }
        claimed.forEach(job -> launcher.start(job, alarm::ringIn));
    }
}
