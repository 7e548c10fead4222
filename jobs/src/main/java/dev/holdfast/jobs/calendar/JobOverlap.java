package dev.holdfast.jobs.calendar;

/** What becomes of a time that comes while the job of an earlier one has not ended. */
public enum JobOverlap {
    /** It is fired beside it. */
    ALLOW,
    /** It is left out. */
    SKIP,
    /** It is fired when the earlier one has ended. */
    QUEUE,
    /** It is fired, and the earlier one is told to end. */
    CANCEL_PREVIOUS
}
