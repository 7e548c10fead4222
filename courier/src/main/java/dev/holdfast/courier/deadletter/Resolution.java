package dev.holdfast.courier.deadletter;

import java.util.Locale;

/** How what a dead letter asked for has come about after all. */
public enum Resolution {

    /** The inbox has its message. */
    HANDLED,

    /** Its record has left the line of its parked key. */
    DRAINED,

    /** The relay has it behind itself: it is with its broker. */
    SENT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
