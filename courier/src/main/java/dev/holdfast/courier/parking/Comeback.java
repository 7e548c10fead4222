package dev.holdfast.courier.parking;

import java.util.List;

/** What handles the records of a parked key when their time has come. */
public interface Comeback {

    /** Whose parked keys it takes. */
    String consumer();

    /**
     * Handles records in their order, in the current transaction.
     *
     * @throws RuntimeException if one fails; none of them is handled then
     */
    void handle(String topic, List<ParkedMessage> messages);
}
