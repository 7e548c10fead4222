package dev.holdfast.jobs.runner;

import dev.holdfast.jobs.JobStopped.Reason;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The jobs that run in this process. */
@Startup
@ApplicationScoped
class Executions {

    private final int atOnce;
    private final Set<Execution> running = ConcurrentHashMap.newKeySet();

    Executions(@ConfigProperty(name = "holdfast.jobs.at-once") int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "holdfast.jobs.at-once must be at least 1, not %d.".formatted(atOnce));
        }
        this.atOnce = atOnce;
    }

    void add(Execution execution) {
        running.add(execution);
    }

    synchronized void remove(Execution execution) {
        running.remove(execution);
        notifyAll();
    }

    List<Execution> all() {
        return List.copyOf(running);
    }

    boolean none() {
        return running.isEmpty();
    }

    int free() {
        return Math.max(0, atOnce - running.size());
    }

    void stopAll(Reason reason) {
        running.forEach(execution -> execution.stop(reason));
    }

    void interruptAll() {
        running.forEach(Execution::interrupt);
    }

    /** Waits until none runs; false if that takes longer than this. */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!running.isEmpty()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
