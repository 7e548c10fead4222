package dev.holdfast.courier.receiving;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.Event;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import java.time.Instant;
import java.util.UUID;

/** Envelopes as another service would have written them. */
final class Messages {

    private Messages() {}

    static Envelope of(Command command) {
        return envelope(MessageIds.next(), Catalogue.typeOf(command).id(), command.key());
    }

    static Envelope of(Event event) {
        return envelope(MessageIds.next(), Catalogue.typeOf(event).id(), event.key());
    }

    /** An event with its version in the stream of its key. */
    static Envelope of(Event event, UUID id, long sequence) {
        String type = Catalogue.typeOf(event).id();
        return new Envelope(
                id, type, "/order-worker", event.key(), sequence, Instant.now(), id, null, null);
    }

    static Envelope envelope(UUID id, String type, String key) {
        return new Envelope(id, type, "/api-gateway", key, null, Instant.now(), id, null, null);
    }
}
