package dev.holdfast.scheduler;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.courier.handler.Received;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import java.time.Instant;
import java.util.UUID;

/** Commands as they arrive. */
public final class Arriving {

    public static final String TRACEPARENT =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private Arriving() {}

    public static <C extends Command> Received<C> as(C command) {
        UUID id = MessageIds.next();
        return new Received<>(
                command,
                new Envelope(
                        id,
                        Catalogue.typeOf(command).id(),
                        "/order-worker",
                        command.key(),
                        null,
                        Instant.now(),
                        MessageIds.next(),
                        MessageIds.next(),
                        TRACEPARENT));
    }
}
