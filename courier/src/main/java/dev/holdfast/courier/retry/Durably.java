package dev.holdfast.courier.retry;

import dev.holdfast.courier.drain.HandedBack;
import dev.holdfast.courier.drain.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes what does not depend on any handler, and so fails only with the database. */
@ApplicationScoped
public class Durably {

    private static final Logger LOG = Logger.getLogger(Durably.class);
    private static final long LONGEST_PAUSE = 5_000;

    private final Outage outage;
    private final Stopping stopping;

    Durably(Outage outage, Stopping stopping) {
        this.outage = outage;
        this.stopping = stopping;
    }

    /**
     * Runs a write in a transaction of its own until it has committed. An outage of Postgres is
     * waited out and costs no try.
     *
     * @param tries how often it may fail although Postgres answers
     * @return whether it has committed
     * @throws HandedBack if the process stops first
     */
    public boolean write(Runnable write, int tries) {
        int failed = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(write);
                return true;
            } catch (RuntimeException e) {
                if (Classify.of(e) == FailureClass.DATABASE_DOWN && outage.waitOut()) {
                    failed = 0;
                } else {
                    failed++;
                    LOG.errorf(e, "What must be written could not be, %d times.", failed);
                }
                if (failed == tries) {
                    return false;
                }
                stopping.pause(pauseAfter(failed));
            }
        }
    }

    private static Duration pauseAfter(int failed) {
        return Duration.ofMillis(Math.min(LONGEST_PAUSE, 50L << Math.min(failed, 10)));
    }
}
