package dev.holdfast.orders.refusal;

import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells who sent a command that it was understood and not carried out. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final Outbox outbox;

    Refusals(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Publishes the refusal with the current transaction.
     *
     * @param reason a stable code
     * @param detail a sentence for people
     */
    public void publish(Received<?> command, String reason, String detail) {
        var envelope = command.envelope();
        LOG.infof("%s refused: %s, command %s", envelope.key(), reason, envelope.id());
        outbox.publish(
                new CommandRefused(envelope.id(), envelope.type(), envelope.key(), reason, detail),
                Cause.of(envelope));
    }
}
