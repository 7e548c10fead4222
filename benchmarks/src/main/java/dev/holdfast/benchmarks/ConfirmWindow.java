package dev.holdfast.benchmarks;

import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/** Lets so many messages of a channel be unconfirmed, and no more. */
final class ConfirmWindow {

    private final int size;
    private final Semaphore free;
    private final TreeSet<Long> confirmedAlone = new TreeSet<>();
    private long confirmedUpTo;
    private volatile boolean refused;

    ConfirmWindow(int size) {
        this.size = size;
        this.free = new Semaphore(size);
    }

    /** Waits until another message may be published. */
    void enter() throws InterruptedException {
        free.acquire();
    }

    /** The broker has this message of the channel, or all up to it. */
    synchronized void confirmed(long number, boolean upTo) {
        if (!upTo) {
            confirmedAlone.add(number);
            free.release();
            return;
        }
        var known = confirmedAlone.headSet(number, true);
        free.release((int) (number - confirmedUpTo) - known.size());
        known.clear();
        confirmedUpTo = number;
    }

    void refused(long number, boolean upTo) {
        refused = true;
        confirmed(number, upTo);
    }

    /**
     * Waits until all is confirmed.
     *
     * @throws IllegalStateException if any of it was refused
     */
    void awaitEmpty() throws InterruptedException {
        free.acquire(size);
        if (refused) {
            throw new IllegalStateException("RabbitMQ refused a message.");
        }
    }
}
