package dev.holdfast.contracts;

/**
 * An instruction to one service. It travels over RabbitMQ to the one queue of that service and is
 * handled once, however often it is delivered.
 *
 * <p>Every command is listed in {@link Catalogue}, which gives it its wire name and its addressee.
 */
public interface Command {

    /** What the command is about, for instance the order id: the envelope's {@code subject}. */
    String key();
}
