package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.relay.NotCarried;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was published on a channel and is not yet confirmed. The Java client forgets its pending
 * confirms when a channel closes; this ledger fails them, so that nobody waits for an answer that
 * cannot come.
 *
 * <p>One thread publishes and waits; the client's threads confirm, refuse and fail.
 */
final class ConfirmLedger {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Long> pending = new TreeSet<>();
    private String failure;

    /** Notes that a message is about to be published under this number of the channel. */
    void expect(long number) {
        lock.lock();
        try {
            pending.add(number);
        } finally {
            lock.unlock();
        }
    }

    /** The broker has this message, or all up to it. */
    void confirmed(long number, boolean upTo) {
        lock.lock();
        try {
            if (upTo) {
                pending.headSet(number, true).clear();
            } else {
                pending.remove(number);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is pending will not be confirmed; the first reason stays. */
    void fail(String reason) {
        lock.lock();
        try {
            if (failure == null) {
                failure = reason;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until everything expected is confirmed.
     *
     * @throws NotCarried if anything failed, or was not answered in time
     */
    void await(Duration patience) throws NotCarried, InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (failure == null && !pending.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (failure != null) {
                throw new NotCarried(failure);
            }
            if (!pending.isEmpty()) {
                throw new NotCarried(
                        "RabbitMQ left %d messages unconfirmed for %d s."
                                .formatted(
                                        pending.size(),
                                        TimeUnit.NANOSECONDS.toSeconds(patience.toNanos())));
            }
        } finally {
            lock.unlock();
        }
    }
}
