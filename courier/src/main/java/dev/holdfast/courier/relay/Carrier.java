package dev.holdfast.courier.relay;

import dev.holdfast.courier.outbox.Broker;
import java.util.List;

/** Takes pages of messages to one broker. */
public interface Carrier {

    /** The broker it serves. */
    Broker broker();

    /**
     * Sends a page and waits until the broker has confirmed all of it. Messages of one key arrive
     * in the order of the page. Bounded in time: a broker that does not answer is a failure.
     *
     * <p>If it throws, any part of the page may have arrived: the page is sent again, and the
     * receivers drop what they have.
     *
     * @throws NotCarried if not all of it was confirmed
     */
    void carry(List<Outgoing> page) throws NotCarried, InterruptedException;
}
