package dev.holdfast.orders.stock;

import dev.holdfast.contracts.operations.CommandRefused;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells who sent a command that it was understood and not carried out. */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final Outbox outbox;

    Refusals(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(Received<?> command, Refused why) {
        var envelope = command.envelope();
        LOG.infof("%s refused: %s, command %s", envelope.key(), why.reason(), envelope.id());
        outbox.publish(
                new CommandRefused(
                        envelope.id(), envelope.type(), envelope.key(), why.reason(), why.detail()),
                Cause.of(envelope));
    }
}
