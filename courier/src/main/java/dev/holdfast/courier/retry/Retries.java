package dev.holdfast.courier.retry;

import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.outbox.Outbox;
import dev.holdfast.courier.outbox.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has a failed command come again: a copy under the same id leaves through the outbox to the queue
 * of a tier, which returns it when its time is up.
 *
 * <p><b>Use.</b> In a transaction, and acknowledge the original only after its commit. Killed in
 * between, the original is delivered again beside its copy; the inbox takes whichever succeeds
 * first.
 */
@ApplicationScoped
public class Retries {

    private final Outbox outbox;
    private final AttemptHeaders headers;
    private final Service service;
    private final int atMost;

    Retries(
            Outbox outbox,
            AttemptHeaders headers,
            @ConfigProperty(name = "holdfast.service") String service,
            @ConfigProperty(name = "holdfast.courier.attempts") int atMost) {
        this.outbox = outbox;
        this.headers = headers;
        this.service = Service.named(service);
        this.atMost = atMost;
    }

    /** Whether a message with these failed tries is tried again. */
    public boolean left(Attempts attempts) {
        return attempts.made() < atMost;
    }

    /** Have the command come again; the more tries have failed, the later. */
    public void again(Envelope envelope, String body, Attempts attempts) {
        copy(envelope, body, attempts, Tiers.after(attempts.made(), coin()));
    }

    /** Have the command come again after a time, with no try counted. */
    public void later(Envelope envelope, String body, Attempts attempts, Duration wait) {
        copy(envelope, body, attempts, Tiers.of(wait));
    }

    private void copy(Envelope envelope, String body, Attempts attempts, Tier tier) {
        outbox.write(
                new Row(
                        Broker.RABBITMQ,
                        "",
                        Queues.retry(service, tier.label()),
                        envelope.id(),
                        envelope.type(),
                        envelope.source(),
                        envelope.key(),
                        envelope.sequence(),
                        envelope.time(),
                        envelope.correlationId(),
                        envelope.causationId(),
                        envelope.traceparent(),
                        headers.write(attempts),
                        body));
    }

    private static boolean coin() {
        return ThreadLocalRandom.current().nextBoolean();
    }
}
