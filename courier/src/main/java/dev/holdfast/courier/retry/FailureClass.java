package dev.holdfast.courier.retry;

import java.util.Locale;

/** What a failure means for the message that met it. */
public enum FailureClass {

    /** May pass by itself: try again, later each time. */
    TRANSIENT,

    /** Somebody else was faster: try again at once, three times at most, then as transient. */
    CONFLICT,

    /** Will fail every time: to the dead letters, now. */
    PERMANENT,

    /** What it needs is known to be down: take in nothing more for a while; costs no attempt. */
    CIRCUIT_OPEN,

    /** Postgres does not answer: wait until it does, acknowledge nothing; costs no attempt. */
    DATABASE_DOWN;

    /** As logs, metrics and headers have it, for instance {@code circuit_open}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
