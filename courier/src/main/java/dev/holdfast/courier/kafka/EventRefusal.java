package dev.holdfast.courier.kafka;

import dev.holdfast.courier.deadletter.Reason;
import dev.holdfast.courier.message.Envelope;

/**
 * A record that has no place in any key's order, because it cannot be told what it is or whether it
 * was taken before.
 *
 * @param envelope null if it cannot be read
 */
record EventRefusal(EventRecord source, Envelope envelope, Reason reason, String detail)
        implements EventReading {}
