package dev.holdfast.courier.relay;

import dev.holdfast.courier.outbox.Broker;
import java.util.List;

/** Takes pages of messages to one broker. */
public interface Carrier {

    /** The broker it serves. */
    Broker broker();

    /**
     * Begins to send a page; the broker's answers are awaited with the flight. Messages of one key
     * arrive in the order in which they were given, those of a page behind those of the page before
     * it.
     *
     * <p>Once this or a flight has failed, any part of what was under way may have arrived: the
     * caller forgets the other flights too and sends everything again that had not landed. The
     * receivers drop what they have.
     *
     * @throws NotCarried if it was not sent; a {@link Refused} or {@link PageRefused} if that is
     *     for a message's own sake
     */
    Flight send(List<Outgoing> page) throws NotCarried, InterruptedException;
}
