package dev.holdfast.courier.relay;

import dev.holdfast.courier.outbox.Broker;

/**
 * A source of messages that leave through one broker, in the order in which they were written. The
 * courier has two of its own, {@link #COMMANDS} and {@link #EVENTS}; a service that keeps messages
 * in a table of its own, such as an event store, adds one as a bean.
 *
 * @param name what its cursor, its metrics and its log lines are called
 * @param view {@code feed_} and the name, so that who watches finds it too: the columns of {@code
 *     feed_events}, over a table that has an index on {@code seq} and one on {@code xid}, whose
 *     rows never change
 */
public record Feed(String name, String view, Broker broker) {

    public static final Feed COMMANDS = new Feed("commands", "feed_commands", Broker.RABBITMQ);
    public static final Feed EVENTS = new Feed("events", "feed_events", Broker.KAFKA);

    public Feed {
        if (!name.matches("[a-z_]+") || !view.equals("feed_" + name)) {
            throw new IllegalArgumentException(
                    "A feed is named in lower case and its view after it, not '%s' and '%s'."
                            .formatted(name, view));
        }
    }
}
