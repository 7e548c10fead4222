package dev.holdfast.courier.outbox;

import dev.holdfast.contracts.Catalogue;
import dev.holdfast.contracts.Command;
import dev.holdfast.contracts.Event;
import dev.holdfast.contracts.Queues;
import dev.holdfast.contracts.Service;
import dev.holdfast.courier.message.Cause;
import dev.holdfast.courier.message.MessageIds;
import dev.holdfast.courier.message.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where every message begins: as a row, written in the transaction of the change it tells of.
 *
 * <p><b>Guarantee.</b> If the transaction commits, the message reaches its broker, whatever crashes
 * afterwards; if it rolls back, the message never existed. Messages of one transaction keep their
 * order, and so do messages of one key if their transactions lock something of that key first.
 *
 * <p><b>Use.</b> Only inside a transaction; anything else is an {@link IllegalStateException}. The
 * rows are written together just before the commit, so calling this many times costs one statement.
 */
@ApplicationScoped
public class Outbox {

    private final Service service;
    private final JsonBody json;
    private final PendingRows pending;

    Outbox(
            @ConfigProperty(name = "holdfast.service") String service,
            JsonBody json,
            PendingRows pending) {
        this.service = Service.named(service);
        this.json = json;
        this.pending = pending;
    }

    /** Sends a command; its message id is made here and returned. */
    public UUID send(Command command, Cause cause) {
        UUID id = MessageIds.next();
        send(id, command, cause);
        return id;
    }

    /**
     * Sends a command under an id that its sender has already given away, as the gateway does.
     *
     * @param id a UUIDv7
     */
    public void send(UUID id, Command command, Cause cause) {
        var type = Catalogue.typeOf(command);
        pending.add(
                new Row(
                        Broker.RABBITMQ,
                        Queues.COMMANDS,
                        Queues.address(type, command),
                        id,
                        type.id(),
                        service.source(),
                        command.key(),
                        null,
                        null,
                        cause.correlationId(),
                        cause.causationId(),
                        Trace.of(cause),
                        null,
                        json.write(command)));
    }

    /** Publishes a fact that has no version. */
    public UUID publish(Event event, Cause cause) {
        return publish(event, null, cause);
    }

    /**
     * Publishes a fact.
     *
     * @param sequence its version in the stream of its key, from 1; null if the key has no stream
     */
    public UUID publish(Event event, Long sequence, Cause cause) {
        var type = Catalogue.typeOf(event);
        UUID id = MessageIds.next();
        pending.add(
                new Row(
                        Broker.KAFKA,
                        null,
                        type.topic(),
                        id,
                        type.id(),
                        service.source(),
                        event.key(),
                        sequence,
                        null,
                        cause.correlationId(),
                        cause.causationId(),
                        Trace.of(cause),
                        null,
                        json.write(event)));
        return id;
    }

    /**
     * Writes a row as it is: for copies of messages that already have an envelope, such as a retry.
     */
    public void write(Row row) {
        pending.add(row);
    }

    /**
     * Has the relay look as soon as the current transaction has committed: for messages that its
     * own SQL wrote. Without it they leave all the same, but only at the relay's next poll.
     */
    public void wakeAfterCommit() {
        pending.wakeAfterCommit();
    }
}
