package dev.holdfast.courier.relay;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A bell: rung by whoever knows of work, heard by the one who waits. Ringing it many times before
 * it is heard is ringing it once; ringing it while nobody waits is heard by the next who does.
 */
final class Wake {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        rung.release();
    }

    /** Waits until it is rung, or for this long; tells whether it was rung. */
    boolean await(Duration patience) throws InterruptedException {
        boolean heard = rung.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        return rung.drainPermits() > 0 || heard;
    }
}
