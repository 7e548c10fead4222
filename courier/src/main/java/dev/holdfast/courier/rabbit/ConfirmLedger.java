package dev.holdfast.courier.rabbit;

import dev.holdfast.courier.relay.NotCarried;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was published on a channel and is not yet confirmed. The Java client forgets its pending
 * confirms when a channel closes; this ledger fails them, so that nobody waits for an answer that
 * cannot come.
 *
 * <p>One thread publishes and waits; the client's threads confirm, refuse, return and fail.
 */
final class ConfirmLedger {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeSet<Long> pending = new TreeSet<>();
    private final TreeMap<Long, String> refused = new TreeMap<>();
    private final Map<String, String> returned = new HashMap<>();
    private NotCarried failure;

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

    /** The broker does not keep this message, or all up to it; that too is an answer. */
    void refused(long number, boolean upTo, String reason) {
        lock.lock();
        try {
            var answered = upTo ? pending.headSet(number, true) : new TreeSet<>(Set.of(number));
            answered.forEach(each -> refused.put(each, reason));
            pending.removeAll(new TreeSet<>(answered));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The broker has no queue for this message; it is confirmed all the same, afterwards. */
    void returned(String messageId, String reason) {
        lock.lock();
        try {
            returned.put(messageId, reason);
        } finally {
            lock.unlock();
        }
    }

    /** What is pending will not be answered; the first failure stays. */
    void fail(NotCarried reason) {
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
     * Waits until everything expected up to this number is answered.
     *
     * @throws NotCarried if the channel failed, or did not answer in time
     */
    void await(long upTo, Duration patience) throws NotCarried, InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (failure == null && waits(upTo) && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (failure != null) {
                throw failure;
            }
            if (waits(upTo)) {
                throw new NotCarried(
                        "RabbitMQ left %d messages unconfirmed for %d s."
                                .formatted(
                                        pending.headSet(upTo, true).size(),
                                        TimeUnit.NANOSECONDS.toSeconds(patience.toNanos())));
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Why a message that was answered is not with the broker.
     *
     * @return null if it is
     */
    String refusal(long number, String messageId) {
        lock.lock();
        try {
            String reason = refused.get(number);
            return reason == null ? returned.get(messageId) : reason;
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything that was answered so far is with the broker. */
    boolean nothingRefused() {
        lock.lock();
        try {
            return refused.isEmpty() && returned.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private boolean waits(long upTo) {
        return !pending.isEmpty() && pending.first() <= upTo;
    }
}
