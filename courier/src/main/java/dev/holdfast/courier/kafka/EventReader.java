package dev.holdfast.courier.kafka;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.EventType;
import dev.holdfast.courier.deadletter.Reason;
import dev.holdfast.courier.handler.BodyReader;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.UnreadableEnvelope;
import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes events of records. Never fails: what cannot be read is an answer too. */
@ApplicationScoped
class EventReader {

    private static final Logger LOG = Logger.getLogger(EventReader.class);

    private final Inbox inbox;
    private final BodyReader bodies;

    EventReader(Inbox inbox, BodyReader bodies) {
        this.inbox = inbox;
        this.bodies = bodies;
    }

    /** Reads a record that has arrived. */
    EventReading read(EventRecord source) {
        try {
            Envelope envelope = CloudEventHeaders.read(source.headers()::get);
            if (!inbox.remembers(envelope.id())) {
                return new EventRefusal(
                        source,
                        envelope,
                        Reason.OUTSIDE_WINDOW,
                        "The id %s was not made within the inbox's window."
                                .formatted(envelope.id()));
            }
            return inOrder(source, envelope);
        } catch (UnreadableEnvelope e) {
            return new EventRefusal(source, null, Reason.UNREADABLE, e.getMessage());
        }
    }

    /** Reads a record whose envelope was good when it was parked. */
    EventMessage reread(EventRecord source) {
        return message(source, CloudEventHeaders.read(source.headers()::get));
    }

    /** A broken producer can put a record on another topic unnoticed, so look. */
    private EventReading inOrder(EventRecord source, Envelope envelope) {
        Optional<EventType<?>> type = Catalogue.event(envelope.type());
        if (type.isPresent() && !type.get().topic().equals(source.topic())) {
            return new EventRefusal(
                    source,
                    envelope,
                    Reason.UNREADABLE,
                    "'%s' does not belong on the topic %s."
                            .formatted(envelope.type(), source.topic()));
        }
        return message(source, envelope);
    }

    private EventMessage message(EventRecord source, Envelope envelope) {
        Optional<EventType<?>> type = Catalogue.event(envelope.type());
        if (type.isEmpty()) {
            LOG.debugf("Message %s is of the unknown type %s.", envelope.id(), envelope.type());
            return new EventMessage(source, envelope, null, null);
        }
        try {
            var event = bodies.read(source.body(), type.get().body());
            return new EventMessage(source, envelope, event, null);
        } catch (PermanentFailure e) {
            return new EventMessage(source, envelope, null, e);
        }
    }
}
