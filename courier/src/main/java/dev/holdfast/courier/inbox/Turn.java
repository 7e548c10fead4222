package dev.holdfast.courier.inbox;

/** Whether the turn of a version has come. */
public enum Turn {
    /** It is the next, or has no version. */
    NOW,
    /** It, or a later one, was handled before. */
    PAST,
    /** One before it has not come yet. */
    EARLY
}
