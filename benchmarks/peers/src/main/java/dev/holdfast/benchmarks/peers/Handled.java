package dev.holdfast.benchmarks.peers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a handler has been given, and knows when it was first. */
final class Handled {

    private final AtomicLong first = new AtomicLong();
    private final CountDownLatch left;
    private final int messages;

    Handled(int messages) {
        this.messages = messages;
        this.left = new CountDownLatch(messages);
    }

    void one() {
        if (first.get() == 0) {
            first.compareAndSet(0, System.nanoTime());
        }
        left.countDown();
    }

    void await() throws InterruptedException {
        if (!left.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException(
                    "%d of %d messages were not handled within 5 minutes."
                            .formatted(left.getCount(), messages));
        }
    }

    double perSecondUntilNow() {
        return messages / ((System.nanoTime() - first.get()) / 1e9);
    }
}
