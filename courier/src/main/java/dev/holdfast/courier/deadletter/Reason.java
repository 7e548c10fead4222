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
    OUTSIDE_WINDOW,

    /** RabbitMQ delivered it again and again and never got an answer. */
    DELIVERY_LIMIT,

    /** Somebody rejected it at RabbitMQ. */
    REJECTED,

    /** It waited at RabbitMQ for longer than it may. */
    EXPIRED,

    /** Its queue at RabbitMQ was full. */
    OVERFLOWED,

    /** No queue at RabbitMQ is bound for it. */
    UNROUTABLE,

    /** Its broker refuses it for good. */
    REFUSED,

    /** Its key has been parked for too long. It is tried on, and may still go through. */
    PARKED,

    /** It was sent again, and nothing was heard of it since. */
    UNANSWERED;

    /** The stable code, for instance {@code outside_window}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
