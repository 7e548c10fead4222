package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.deadletter.Reason;
import dev.holdfast.courier.message.Envelope;

/**
 * A delivery that cannot be carried out here.
 *
 * @param envelope null if it cannot be read
 */
record CommandRefusal(CommandDelivery delivery, Envelope envelope, Reason reason, String detail)
        implements CommandReading {}
