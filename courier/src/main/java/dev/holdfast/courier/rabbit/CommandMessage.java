package dev.holdfast.courier.rabbit;

import dev.holdfast.contracts.Command;
import dev.holdfast.courier.handler.Handler;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.retry.Attempts;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A command that was read.
 *
 * @param handler what carries it out
 * @param attempts what it has been through before
 */
record CommandMessage(
        CommandDelivery delivery,
        Envelope envelope,
        Command body,
        Handler<?> handler,
        Attempts attempts)
        implements CommandReading {

    UUID id() {
        return envelope.id();
    }

    /** As its handler takes it. */
    <C extends Command> Received<C> as(Class<C> type) {
        return new Received<>(type.cast(body), envelope);
    }

    /** The JSON as it came. */
    String json() {
        return new String(delivery.body(), StandardCharsets.UTF_8);
    }
}
