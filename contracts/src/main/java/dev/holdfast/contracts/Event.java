package dev.holdfast.contracts;

/**
 * A fact that cannot be refused. It travels over Kafka to any number of readers, in order within
 * its key, and can be replayed from the start.
 *
 * <p>Every event is listed in {@link Catalogue}, which gives it its wire name and its topic.
 */
public interface Event {

    /** What the fact is about: the record's key, and the envelope's {@code subject}. */
    String key();
}
