package dev.holdfast.orders.order;

import dev.holdfast.contracts.orders.RequestedLine;
import java.util.List;
import java.util.UUID;

/** What people ask of an order that exists. Unlike an {@link Instruction}, it can be refused. */
public sealed interface Request {

    /**
     * Do not deliver it, or the rest of it.
     *
     * @param id of the command, and of the refund that may follow
     */
    record Cancel(UUID id, String reason) implements Request {}

    /**
     * A parcel has left.
     *
     * @param id of the command, and of the shipment
     * @param lines what is in it; empty for all that is open
     */
    record Ship(UUID id, List<RequestedLine> lines, String trackingNumber) implements Request {

        public Ship {
            lines = List.copyOf(lines);
        }
    }

    /** It has arrived. */
    record Deliver() implements Request {}

    /**
     * Give money back.
     *
     * @param id of the command, and of the refund
     * @param amount null if it was not said
     * @param lines whose price is meant; empty if it was not said
     */
    record Refund(UUID id, Long amount, List<RequestedLine> lines, String reason)
            implements Request {

        public Refund {
            lines = List.copyOf(lines);
        }
    }
}
