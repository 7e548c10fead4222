package dev.holdfast.jobs.calendar;

/** What becomes of times that were missed. */
public enum MisfirePolicy {
    /** They are left out. */
    SKIP,
    /** The last of them is made up for, unless the next is on time. */
    FIRE_ONCE,
    /** The newest of them are made up for, so many and so old at most. */
    CATCH_UP
}
