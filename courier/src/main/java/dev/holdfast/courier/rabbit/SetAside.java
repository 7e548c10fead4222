package dev.holdfast.courier.rabbit;

import com.rabbitmq.client.GetResponse;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.deadletter.DeadLetter;
import dev.holdfast.courier.deadletter.DeadLetters;
import dev.holdfast.courier.deadletter.Origin;
import dev.holdfast.courier.deadletter.Reason;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.UnreadableEnvelope;
import dev.holdfast.courier.retry.AttemptHeaders;
import dev.holdfast.courier.retry.Attempts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes dead letters of what RabbitMQ set aside, in the current transaction. */
@ApplicationScoped
class SetAside {

    private static final Logger LOG = Logger.getLogger(SetAside.class);

    private final DeadLetters deadLetters;
    private final Inbox inbox;
    private final AttemptHeaders attempts;
    private final Service service;

    SetAside(
            DeadLetters deadLetters,
            Inbox inbox,
            AttemptHeaders attempts,
            @ConfigProperty(name = "holdfast.service") String service) {
        this.deadLetters = deadLetters;
        this.inbox = inbox;
        this.attempts = attempts;
        this.service = Service.named(service);
    }

    /** It was given up on the way to this service. One that was handled all the same is not. */
    void givenUp(GetResponse message) {
        var headers = headers(message);
        UUID id = envelope(headers).map(Envelope::id).orElse(null);
        if (id != null && inbox.has(CommandFate.CONSUMER, id)) {
            LOG.infof("Message %s was given up by RabbitMQ, but had been handled.", id);
            return;
        }
        var death = Death.of(message.getProps().getHeaders());
        record(
                CommandFate.CONSUMER,
                Origin.QUEUE,
                Queues.commands(service),
                death.reason(),
                death.detail(),
                message,
                headers);
    }

    /** It came for a service that takes no such command. */
    void unroutable(GetResponse message) {
        String address = message.getEnvelope().getRoutingKey();
        record(
                Queues.UNROUTABLE,
                Origin.UNROUTABLE,
                address,
                Reason.UNROUTABLE,
                "No queue is bound for '%s'.".formatted(address),
                message,
                headers(message));
    }

    private void record(
            String consumer,
            Origin origin,
            String address,
            Reason reason,
            String detail,
            GetResponse message,
            Map<String, String> headers) {
        Optional<Envelope> envelope = envelope(headers);
        Attempts before = attempts.read(headers::get);
        deadLetters.record(
                new DeadLetter(
                        consumer,
                        origin,
                        address,
                        envelope.map(Envelope::id).orElse(null),
                        envelope.map(Envelope::type).orElse(null),
                        envelope.map(Envelope::key).orElse(null),
                        headers,
                        message.getBody(),
                        reason,
                        detail,
                        attempts.history(before),
                        before.firstFailedAt() == null ? Instant.now() : before.firstFailedAt(),
                        envelope.map(Cause::of).orElse(null)));
    }

    private static Optional<Envelope> envelope(Map<String, String> headers) {
        try {
            return Optional.of(CloudEventHeaders.read(headers::get));
        } catch (UnreadableEnvelope e) {
            LOG.debugf("A message that RabbitMQ set aside has no envelope: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(GetResponse message) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, Object> headers = message.getProps().getHeaders();
        if (headers != null) {
            headers.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }
}
