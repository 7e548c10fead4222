package dev.holdfast.courier.deadletter;

import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.Service;
import dev.holdfast.contracts.operations.DeadLetterDiscarded;
import dev.holdfast.contracts.operations.DeadLetterRedriven;
import dev.holdfast.contracts.operations.DeadLetterResolved;
import dev.holdfast.contracts.operations.DeadLettered;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells of every change of a dead letter, in the transaction of the change. The news of one letter
 * have one key, and are written while its row is held: they arrive in order.
 */
@ApplicationScoped
class LetterNews {

    private final Outbox outbox;
    private final LetterJson json;
    private final Service service;

    LetterNews(
            Outbox outbox,
            LetterJson json,
            @ConfigProperty(name = "holdfast.service") String service) {
        this.outbox = outbox;
        this.json = json;
        this.service = Service.named(service);
    }

    void dead(UUID id, long version, DeadLetter letter) {
        var cause = letter.cause() == null ? Cause.begin(id) : letter.cause();
        outbox.publish(
                new DeadLettered(
                        id,
                        service.label(),
                        letter.origin().label(),
                        letter.messageId(),
                        letter.type(),
                        subject(letter.key(), id),
                        letter.reason().code(),
                        letter.detail(),
                        version,
                        letter.address(),
                        letter.firstFailedAt(),
                        json.tries(letter.history()),
                        Shown.headers(letter.headers()),
                        Shown.payload(letter.body())),
                cause);
    }

    void redriven(Changed letter, UUID redriveId, String by, String reason) {
        publish(
                new DeadLetterRedriven(
                        letter.id(),
                        service.label(),
                        letter.messageId(),
                        subject(letter.key(), letter.id()),
                        letter.version(),
                        redriveId,
                        by,
                        reason),
                redriveId);
    }

    void resolved(Changed letter, Resolution how) {
        publish(
                new DeadLetterResolved(
                        letter.id(),
                        service.label(),
                        letter.messageId(),
                        subject(letter.key(), letter.id()),
                        letter.version(),
                        how.label()),
                letter.id());
    }

    void discarded(Changed letter, UUID discardId, String by, String reason) {
        publish(
                new DeadLetterDiscarded(
                        letter.id(),
                        service.label(),
                        letter.messageId(),
                        subject(letter.key(), letter.id()),
                        letter.version(),
                        discardId,
                        by,
                        reason),
                discardId);
    }

    private void publish(Event event, UUID story) {
        outbox.publish(event, new Cause(story, story));
    }

    private static String subject(String key, UUID id) {
        return key == null ? id.toString() : key;
    }
}
