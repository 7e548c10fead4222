package dev.holdfast.courier.relay;

/** A page on its way. */
public interface Flight {

    /**
     * Waits until the broker has confirmed the whole page. Bounded in time: a broker that does not
     * answer is a failure.
     *
     * @throws NotCarried if not all of it was confirmed; a {@link Refused} or {@link PageRefused}
     *     if that is for a message's own sake
     */
    void land() throws NotCarried, InterruptedException;
}
