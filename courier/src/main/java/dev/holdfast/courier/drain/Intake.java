package dev.holdfast.courier.drain;

import java.time.Duration;

/** Something that takes in work from outside, and stops before everything else does. */
public interface Intake {

    /** Takes in nothing from now on. Returns at once; work in hand goes on. */
    void close();

    /**
     * Waits for the work in hand.
     *
     * @return whether it was finished in time; what was not is given back to its broker
     */
    boolean finished(Duration within) throws InterruptedException;
}
