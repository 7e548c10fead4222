package dev.holdfast.courier.handler;

import dev.holdfast.contracts.Event;
import java.util.List;

/**
 * Takes the events that a service reads from Kafka. A service that reads any has one such bean.
 *
 * <p><b>Guarantee.</b> Runs inside the transaction that also records the events in the inbox. The
 * events of one partition arrive in order and those already taken are left out. A relay that was
 * paused may still bring an old version under its own id again: what has versions checks {@code
 * envelope.sequence()}.
 *
 * <p>A type that this service has no use for is to be ignored; one that this build does not know
 * never gets here.
 */
public interface EventHandler {

    /** Takes one event. */
    void handle(Received<Event> event);

    /**
     * Takes the new events of one partition's batch, in order, in one transaction. If it throws,
     * the batch is rolled back and taken in halves, down to the event that fails.
     */
    default void handleAll(List<Received<Event>> events) {
        events.forEach(this::handle);
    }
}
