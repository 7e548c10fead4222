package dev.holdfast.courier.drain;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The clean stop of what takes work in: first every intake closes, then what is in hand is
 * finished, within a bounded time. The relay and the pools stop after this.
 */
@ApplicationScoped
public class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private final Instance<Intake> intakes;
    private final Stopping stopping;
    private final Duration within;

    Drain(
            Instance<Intake> intakes,
            Stopping stopping,
            @ConfigProperty(name = "holdfast.drain.within") Duration within) {
        this.intakes = intakes;
        this.stopping = stopping;
        this.within = within;
    }

    void stop(@Observes @Priority(1_000) ShutdownEvent stop) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        stopping.begin();
        intakes.forEach(Intake::close);
        boolean clean = true;
        for (Intake intake : intakes) {
            clean &= intake.finished(Duration.ofNanos(deadline - System.nanoTime()));
        }
        if (clean) {
            LOG.info("Drained: what was taken in is finished.");
        } else {
            LOG.warnf("Not everything was finished within %s; the rest is handed back.", within);
        }
    }
}
