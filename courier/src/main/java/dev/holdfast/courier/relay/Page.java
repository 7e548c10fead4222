package dev.holdfast.courier.relay;

import io.opentelemetry.api.trace.Span;
import java.util.List;

/**
 * A page of a window on its way.
 *
 * @param last everything up to this row is on this page or on one before
 * @param endsWindow whether it is the window's last
 * @param sent what the broker was given
 * @param behind the rows of refused keys, which are not sent but wait behind them
 * @param flight null if nothing was to be sent
 * @param spans of the messages that are traced
 * @param departed by the JVM's clock, in nanoseconds
 */
record Page(
        long last,
        boolean endsWindow,
        List<Outgoing> sent,
        List<Long> behind,
        Flight flight,
        List<Span> spans,
        long departed) {}
