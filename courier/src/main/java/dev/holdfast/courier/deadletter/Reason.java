package dev.holdfast.courier.deadletter;

import java.util.Locale;

/** Why a message ended as a dead letter. */
public enum Reason {

    /** Its envelope or its body cannot be read. */
    UNREADABLE,

    /** Its type is not in the catalogue of this build. */
    UNKNOWN_TYPE,

    /** This service carries out no such command. */
    NO_HANDLER,

    /** Its handler knows that trying again cannot help. */
    PERMANENT,

    /** It failed as often as is allowed. */
    ATTEMPTS_EXHAUSTED,

    /** It is older than the inbox remembers, so nobody can tell whether it was taken before. */
    OUTSIDE_WINDOW;

    /** The stable code, for instance {@code outside_window}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
