package dev.holdfast.courier.deadletter;

import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sets messages aside that cannot be handled.
 *
 * <p><b>Guarantee.</b> The row and the event that tells of it stand together, and once for each
 * message, however often it fails. The inbox does not have the message: it can be tried again.
 */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final DeadLetterTable table;
    private final Outbox outbox;
    private final Service service;
    private final MeterRegistry meters;

    DeadLetters(
            DeadLetterTable table,
            Outbox outbox,
            @ConfigProperty(name = "holdfast.service") String service,
            MeterRegistry meters) {
        this.table = table;
        this.outbox = outbox;
        this.service = Service.named(service);
        this.meters = meters;
    }

    /**
     * Records a dead letter, in the current transaction; acknowledge the message after its commit.
     */
    public void record(DeadLetter letter) {
        table.insert(letter)
                .ifPresentOrElse(
                        id -> tell(id, letter),
                        () ->
                                LOG.debugf(
                                        "Message %s is a dead letter already.",
                                        letter.messageId()));
    }

    private void tell(UUID id, DeadLetter letter) {
        outbox.publish(event(id, letter), cause(id, letter));
        meters.counter("holdfast.deadletters", "reason", letter.reason().code()).increment();
        LOG.warnf(
                "Message %s (%s) from %s is dead letter %s: %s.",
                letter.messageId(), letter.type(), letter.address(), id, letter.reason().code());
    }

    private DeadLettered event(UUID id, DeadLetter letter) {
        return new DeadLettered(
                id,
                service.label(),
                letter.origin().label(),
                letter.messageId(),
                letter.type(),
                letter.key() == null ? id.toString() : letter.key(),
                letter.reason().code(),
                letter.detail());
    }

    private static Cause cause(UUID id, DeadLetter letter) {
        return letter.cause() == null ? Cause.begin(id) : letter.cause();
    }
}
