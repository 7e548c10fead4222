package dev.holdfast.courier.kafka;

import dev.holdfast.contracts.Event;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.parking.ParkedKey;
import dev.holdfast.courier.parking.ParkedMessage;
import dev.holdfast.courier.retry.PermanentFailure;
import java.util.UUID;

/**
 * An event with its place in the order of its key.
 *
 * @param event null if its type is not known to this build, or its body cannot be read
 * @param unreadable why its body cannot be read; null if it can, or need not
 */
record EventMessage(EventRecord source, Envelope envelope, Event event, PermanentFailure unreadable)
        implements EventReading {

    UUID id() {
        return envelope.id();
    }

    String key() {
        return envelope.key();
    }

    /** Its version in the stream of its key; null if it has none. */
    Long sequence() {
        return envelope.sequence();
    }

    /** Whether this build has a use for it; what a later version adds it leaves aside. */
    boolean known() {
        return event != null || unreadable != null;
    }

    /**
     * As its handler takes it.
     *
     * @throws PermanentFailure if its body cannot be read
     */
    Received<Event> received() {
        if (unreadable != null) {
            throw unreadable;
        }
        return new Received<>(event, envelope);
    }

    ParkedKey parkedKey(String consumer) {
        return new ParkedKey(consumer, source.topic(), key());
    }

    ParkedMessage parked() {
        return new ParkedMessage(id(), key(), sequence(), source.headers(), source.body());
    }
}
