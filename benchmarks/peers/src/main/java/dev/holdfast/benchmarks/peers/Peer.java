package dev.holdfast.benchmarks.peers;

/** An outbox of others, with a handler that does nothing. */
interface Peer {

    /**
     * Stores messages, then has all of them handled.
     *
     * @return messages handled per second, from the first to the last that left the table
     */
    double perSecond(int messages) throws Exception;
}
