package dev.holdfast.courier.deadletter;

import dev.holdfast.courier.inbox.Inbox;
import dev.holdfast.courier.message.CloudEventHeaders;
import dev.holdfast.courier.message.Envelope;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.message.UnreadableEnvelope;
import dev.holdfast.courier.outbox.Broker;
import dev.holdfast.courier.outbox.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Copies dead letters to be tried again: as they came, but with no attempt behind them.
 *
 * <p>A copy keeps its message id, so that the inbox takes it once beside whatever other copies are
 * on their way. An id that is older than the inbox remembers would be refused each time, so such a
 * message gets a new one: nobody can tell whether it was handled before, and who redrives it has
 * found out.
 */
@ApplicationScoped
class Copies {

    private final Inbox inbox;

    Copies(Inbox inbox) {
        this.inbox = inbox;
    }

    Copy of(HeldLetter letter) {
        try {
            Envelope envelope = CloudEventHeaders.read(letter.headers()::get);
            if (letter.origin() == Origin.TOPIC) {
                return new Copy.Waiting();
            }
            return new Copy.Message(row(letter, envelope, text(letter.body())));
        } catch (UnreadableEnvelope e) {
            return new Copy.Impossible("its envelope cannot be read: " + e.getMessage());
        } catch (CharacterCodingException e) {
            return new Copy.Impossible("its body is not text");
        }
    }

    private Row row(HeldLetter letter, Envelope envelope, String body) {
        return new Row(
                letter.exchange() == null ? Broker.KAFKA : Broker.RABBITMQ,
                letter.exchange(),
                letter.address(),
                name(letter, envelope),
                envelope.type(),
                envelope.source(),
                envelope.key(),
                envelope.sequence(),
                envelope.time(),
                envelope.correlationId(),
                envelope.causationId(),
                envelope.traceparent(),
                null,
                body);
    }

    private UUID name(HeldLetter letter, Envelope envelope) {
        if (letter.origin() != Origin.QUEUE || inbox.remembers(envelope.id())) {
            return envelope.id();
        }
        boolean named = letter.sentAs() != null && inbox.remembers(letter.sentAs());
        return named ? letter.sentAs() : MessageIds.next();
    }

    private static String text(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return text;
    }
}
