package dev.holdfast.courier.drain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the process is on its way out: whoever waits for something waits here. */
@ApplicationScoped
public class Stopping {

    private final CountDownLatch begun = new CountDownLatch(1);

    void begin() {
        begun.countDown();
    }

    public boolean begun() {
        return begun.getCount() == 0;
    }

    /**
     * Waits for some time.
     *
     * @throws HandedBack if the process stops meanwhile
     */
    public void pause(Duration time) {
        try {
            if (begun.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new HandedBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HandedBack();
        }
    }
}
