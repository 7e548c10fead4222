package dev.holdfast.courier.deadletter;

import java.util.Locale;

/** How what a dead letter asked for has come about after all. */
public enum Resolution {

    /** The inbox has its message. */
    HANDLED,

    /** Its record has left the line of its parked key. */
    DRAINED,

    /** It is with its broker. If nobody there takes it, it comes back and is dead again. */
    SENT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
