package dev.holdfast.courier.retry;

/** What a failure means for the message that met it. */
public enum FailureClass {

    /** May pass by itself: try again, later each time. */
    TRANSIENT,

    /** Somebody else was faster: try again at once, three times at most, then as transient. */
    CONFLICT,

    /** Will fail every time: to the dead letters, now. */
    PERMANENT,

    /** What it needs is known to be down: take in nothing more for a while; costs no attempt. */
    CIRCUIT_OPEN
}
