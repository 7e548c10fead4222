package dev.holdfast.courier.rabbit;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.CommandType;
import dev.holdfast.courier.deadletter.Reason;
import dev.holdfast.courier.handler.BodyReader;
import dev.holdfast.courier.handler.Handler;
import dev.holdfast.courier.handler.Handlers;
import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.UnreadableEnvelope;
import dev.holdfast.courier.retry.AttemptHeaders;
import dev.holdfast.courier.retry.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes commands of deliveries. Never fails: what cannot be read is an answer too. */
@ApplicationScoped
class CommandReader {

    private final Inbox inbox;
    private final Handlers handlers;
    private final BodyReader bodies;
    private final AttemptHeaders attempts;

    CommandReader(Inbox inbox, Handlers handlers, BodyReader bodies, AttemptHeaders attempts) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.bodies = bodies;
        this.attempts = attempts;
    }

    CommandReading read(CommandDelivery delivery) {
        try {
            Envelope envelope = CloudEventHeaders.read(delivery::header);
            return inbox.remembers(envelope.id())
                    ? known(delivery, envelope)
                    : new CommandRefusal(
                            delivery,
                            envelope,
                            Reason.OUTSIDE_WINDOW,
                            "The id %s was not made within the inbox's window."
                                    .formatted(envelope.id()));
        } catch (UnreadableEnvelope e) {
            return new CommandRefusal(delivery, null, Reason.UNREADABLE, e.getMessage());
        }
    }

    private CommandReading known(CommandDelivery delivery, Envelope envelope) {
        Optional<CommandType<?>> type = Catalogue.command(envelope.type());
        if (type.isEmpty()) {
            return new CommandRefusal(
                    delivery,
                    envelope,
                    Reason.UNKNOWN_TYPE,
                    "This build knows no command '%s'.".formatted(envelope.type()));
        }
        Optional<Handler<?>> handler = handlers.of(type.get());
        if (handler.isEmpty()) {
            return new CommandRefusal(
                    delivery,
                    envelope,
                    Reason.NO_HANDLER,
                    "This service does not carry out '%s'.".formatted(envelope.type()));
        }
        return readable(delivery, envelope, type.get(), handler.get());
    }

    private CommandReading readable(
            CommandDelivery delivery, Envelope envelope, CommandType<?> type, Handler<?> handler) {
        try {
            Command body = bodies.read(delivery.body(), type.body());
            return new CommandMessage(
                    delivery, envelope, body, handler, attempts.read(delivery::header));
        } catch (PermanentFailure e) {
            return new CommandRefusal(delivery, envelope, Reason.UNREADABLE, e.getMessage());
        }
    }
}
