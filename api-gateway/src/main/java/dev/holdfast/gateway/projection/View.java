package dev.holdfast.gateway.projection;

import dev.holdfast.contracts.Event;
import dev.holdfast.courier.handler.Received;
import java.util.List;

/**
 * What the gateway knows of one noun, told by events alone.
 *
 * <p><b>Guarantee.</b> Projecting an event again changes nothing, whether in the same batch, later,
 * or late.
 */
public interface View {

    /** Takes in what concerns it, in order, by a handful of statements for the whole batch. */
    void project(List<Received<Event>> events);
}
