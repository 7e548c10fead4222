package dev.holdfast.orders;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import java.time.Instant;
import java.util.UUID;

/** Commands as the courier hands them over. */
public final class Arrival {

    private Arrival() {}

    /** The command, arrived under an id of its own. */
    public static <C extends Command> Received<C> of(C command) {
        UUID id = MessageIds.next();
        return new Received<>(
                command,
                new Envelope(
                        id,
                        Catalogue.typeOf(command).id(),
                        "/api-gateway",
                        command.key(),
                        null,
                        Instant.now(),
                        id,
                        null,
                        null));
    }
}
