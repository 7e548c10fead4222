package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.drain.Stopping;
import dev.holdfast.courier.failpoint.Failpoint;
import dev.holdfast.courier.retry.Classify;
import dev.holdfast.courier.retry.FailureClass;
import dev.holdfast.courier.retry.Outage;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Writes what becomes of a failed command, then acknowledges it. The write must not fail for what
 * the message is, so if it fails nevertheless, RabbitMQ gets the message back, and its delivery
 * limit is the last guard.
 */
@ApplicationScoped
class CommandEnding {

    private static final Logger LOG = Logger.getLogger(CommandEnding.class);
    private static final int TRIES = 4;

    private final Outage outage;
    private final Stopping stopping;

    CommandEnding(Outage outage, Stopping stopping) {
        this.outage = outage;
        this.stopping = stopping;
    }

    /** Runs the write in a transaction, waits out an outage, and answers the delivery. */
    void make(CommandDelivery delivery, Runnable write) {
        int tries = 0;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(write);
                Failpoint.at("command.fate-written-not-acknowledged");
                delivery.acknowledge();
                return;
            } catch (RuntimeException e) {
                boolean down = Classify.of(e) == FailureClass.DATABASE_DOWN && outage.waitOut();
                tries = down ? 0 : tries + 1;
                if (tries == TRIES) {
                    LOG.error("What became of a failed command cannot be written.", e);
                    delivery.giveBack();
                    return;
                }
                stopping.pause(Duration.ofMillis(50L << tries));
            }
        }
    }
}
