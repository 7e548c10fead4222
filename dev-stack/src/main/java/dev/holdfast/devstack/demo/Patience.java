package dev.holdfast.devstack.demo;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Waits as long as something moves, and some minutes more. */
final class Patience {

    private final Duration limit;
    private final AtomicLong lastProgress = new AtomicLong(System.nanoTime());

    Patience(Duration limit) {
        this.limit = limit;
    }

    /** Something moved. */
    void progress() {
        lastProgress.set(System.nanoTime());
    }

    /**
     * Waits a moment for something to move.
     *
     * @param waitingFor the rest of "Nothing has moved for 3 minutes: ..."
     * @throws GaveUp if nothing has moved for too long
     */
    void pause(Duration moment, String waitingFor) {
        if (System.nanoTime() - lastProgress.get() > limit.toNanos()) {
            throw new GaveUp(
                    "Nothing has moved for %d seconds: %s. ./holdfast status tells what runs, and"
                                    .formatted(limit.toSeconds(), waitingFor)
                            + " ./holdfast up starts what is missing.");
        }
        try {
            Thread.sleep(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GaveUp("The demo was interrupted.", e);
        }
    }
}
